package org.maplebridge.kernel.messages;

import java.util.UUID;

/// A message as it is handed to whoever carries it.
///
/// @param id the same however often it is handed over
/// @param to the phone, or the mail address
record Parcel(UUID id, String to, String text) {

    @Override
    public String toString() {
        return "message " + id;
    }
}
