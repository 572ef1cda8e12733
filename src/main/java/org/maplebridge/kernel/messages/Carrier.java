package org.maplebridge.kernel.messages;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

/// A way to reach people outside. Handing over the same id twice must be one message.
interface Carrier {

    /// Which way.
    Channel channel();

    /// Whether it is configured.
    boolean open();

    /// Whether it tells later what arrived.
    boolean tellsArrival();

    /// Hands a message over.
    ///
    /// @throws IOException if that can be tried again
    /// @throws Unwanted if it can't
    void send(Parcel parcel) throws IOException, Unwanted;

    /// What has become of messages, for carriers that are asked.
    default List<Arrival> arrivals() throws IOException {
        return List.of();
    }

    /// Takes an arrival off, once it is kept.
    default void taken(Arrival arrival) throws IOException {}

    /// The ways, the best first.
    enum Channel {
        SMS,
        WECHAT,
        /// To an address, not to a phone: for whoever has left no phone.
        MAIL,
        FOLDER,
        /// None is configured: somebody calls.
        NONE;

        /// Whether it reaches whoever has this phone or mail address.
        boolean reaches(String to) {
            return this == FOLDER || (this == MAIL) == isMail(to);
        }
    }

    /// Whether this is a mail address and no phone.
    static boolean isMail(String to) {
        return to.indexOf('@') >= 0;
    }

    /// What has become of a message.
    record Arrival(UUID message, boolean delivered, String detail) {}

    /// It will never be taken: the number does not exist, say.
    final class Unwanted extends Exception {
        private static final long serialVersionUID = 1L;

        Unwanted(String why) {
            super(why);
        }
    }
}
