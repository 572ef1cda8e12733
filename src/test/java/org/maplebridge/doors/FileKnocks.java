package org.maplebridge.doors;

import static org.maplebridge.doors.Knock.Whose.PUBLIC;
import static org.maplebridge.doors.Knock.Whose.THEIRS;
import static org.maplebridge.doors.Knock.on;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maplebridge.fixtures.Parcels;
import org.maplebridge.fixtures.Wire;

/// At the doors of files: one that lies in the matter, one on its way, and one that is to come.
final class FileKnocks {

    private static final byte[] LIES = Parcels.picture("一张躺着的照片");
    private static final byte[] COMES = Parcels.picture("一张路上的照片");
    private static final byte[] NEW = Parcels.picture("一张新的照片");

    private static final String OWN = "/api/public/own/files/uploads";

    private FileKnocks() {}

    /// @param right who may do all of it
    static List<Knock> of(House.Inside inside, Wire right) {
        var matter = inside.matter().id();
        House.ok(Parcels.add(right, "/api/files", about(matter, LIES), LIES));
        var file = "/api/matters/" + matter + "/files/" + Parcels.sha256(LIES);
        var coming = "/api/files/uploads/" + upload(right, matter);
        var dropped = "/api/files/uploads/" + upload(right, matter);
        var own = new HashMap<String, Object>(Parcels.photo("own.png", NEW));
        own.put("code", inside.other().code());
        own.put("phoneLast4", "5678");
        var owned = OWN + "/"
                + House.ok(right.send("POST", OWN, ownAnnounced(inside))).text("id");
        return new ArrayList<>(List.of(
                on("GET /api/matters/{id}/files", THEIRS, "/api/matters/" + matter + "/files"),
                on("GET /api/matters/{id}/files/{sha256}", THEIRS, file),
                on("GET /api/matters/{id}/files/{sha256}/custody", THEIRS, file + "/custody"),
                on("POST /api/files", THEIRS, "/api/files")
                        .sending(who -> Parcels.add(who, "/api/files", about(matter, NEW), NEW)),
                on("POST /api/files/uploads", THEIRS, "/api/files/uploads").saying(announced(matter)),
                on("GET /api/files/uploads/{id}", THEIRS, coming),
                on("PUT /api/files/uploads/{id}", THEIRS, coming)
                        .sending(who -> Parcels.piece(who, coming.substring(coming.lastIndexOf('/') + 1), 0, COMES)),
                on("POST /api/files/uploads/{id}/finish", THEIRS, coming + "/finish")
                        .saying(Parcels.photo("coming.png", COMES)),
                on("DELETE /api/files/uploads/{id}", THEIRS, dropped),
                on("POST /api/public/own/files/uploads", PUBLIC, OWN).saying(ownAnnounced(inside)),
                on("POST /api/public/own/files/uploads/{id}", PUBLIC, owned).saying(own),
                on("POST /api/public/own/files/uploads/{id}/pieces", PUBLIC, owned + "/pieces")
                        .sending(who -> Parcels.add(who, owned + "/pieces", piece(own), COMES)),
                on("POST /api/public/own/files/uploads/{id}/finish", PUBLIC, owned + "/finish")
                        .saying(own),
                on("POST /api/public/own/files", PUBLIC, "/api/public/own/files")
                        .sending(who -> Parcels.add(who, "/api/public/own/files", own, NEW))));
    }

    private static Map<String, Object> about(String matter, byte[] content) {
        var said = new HashMap<String, Object>(Parcels.photo("photo.png", content));
        said.put("matter", matter);
        return said;
    }

    private static Map<String, Object> announced(String matter) {
        return Map.of("matter", matter, "name", "coming.png", "size", COMES.length, "sha256", Parcels.sha256(COMES));
    }

    /// Whoever knows the code of a matter announces a file of theirs.
    private static Map<String, Object> ownAnnounced(House.Inside inside) {
        return Map.of(
                "code",
                inside.other().code(),
                "phoneLast4",
                "5678",
                "name",
                "coming.png",
                "size",
                COMES.length,
                "sha256",
                Parcels.sha256(COMES));
    }

    private static Map<String, Object> piece(Map<String, Object> own) {
        var said = new HashMap<>(own);
        said.put("from", 0);
        return said;
    }

    private static String upload(Wire right, String matter) {
        return House.ok(right.send("POST", "/api/files/uploads", announced(matter)))
                .text("id");
    }
}
