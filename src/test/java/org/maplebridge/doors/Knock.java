package org.maplebridge.doors;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.fixtures.Wire;
import org.maplebridge.kernel.ground.Canonical;

/// One request to one endpoint, with nothing wrong in it but who makes it.
///
/// @param endpoint method and pattern as mapped, such as `GET /api/matters/{id}`
/// @param whose to whom it opens
/// @param said the body; empty for none
/// @param seen whether it must name the version of the matter
/// @param parcel what is sent instead of JSON
record Knock(
        String endpoint,
        Whose whose,
        String path,
        Optional<Map<String, ?>> said,
        boolean seen,
        Optional<Parcel> parcel) {

    /// Something that is no JSON, and how it is sent.
    @FunctionalInterface
    interface Parcel {
        Wire.Answer by(Wire who);
    }

    /// To whom an endpoint opens.
    enum Whose {
        /// To anybody, by declaration.
        PUBLIC,
        /// To whoever has signed in: it tells of themselves, of what they may see, or of what everybody may know.
        SIGNED_IN,
        /// To those alone who have to do with the thing it names.
        THEIRS,
        /// To whoever has signed in and proves once more who they are. The proof of the walk is wrong: refused as such,
        /// whoever knocks.
        PROVEN,
        /// To a program with a token that was made for it; the walk comes with sessions and plain tokens.
        PROGRAMS,
        /// To an office of the whole county, since it changes something for all; nobody of the walk sits there.
        COUNTYS
    }

    static Knock on(String endpoint, Whose whose, String path) {
        return new Knock(endpoint, whose, path, Optional.empty(), false, Optional.empty());
    }

    Knock saying(Map<String, ?> what) {
        return new Knock(endpoint, whose, path, Optional.of(what), seen, parcel);
    }

    Knock seen(boolean version) {
        return new Knock(endpoint, whose, path, said, version, parcel);
    }

    Knock sending(Parcel what) {
        return new Knock(endpoint, whose, path, said, seen, Optional.of(what));
    }

    private String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    /// Knocks as somebody who has seen this version of the matter.
    Wire.Answer by(Wire who, String version) {
        if (parcel.isPresent()) {
            return parcel.get().by(who);
        }
        var request = who.request(path)
                .method(
                        method(),
                        said.map(Canonical::text)
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody));
        if (said.isPresent()) {
            request.header("Content-Type", "application/json");
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return who.send(seen ? request.header("If-Match", version) : request);
    }

    @Override
    public String toString() {
        return endpoint + " (" + path + ")";
    }
}
