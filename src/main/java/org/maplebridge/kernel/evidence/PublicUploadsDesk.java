package org.maplebridge.kernel.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.matters.Incoming;
import org.maplebridge.kernel.matters.PartyDoor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// A party sends a large file piece by piece, by code and four digits. Whoever announces the same file again, after a
/// lost line or a closed page, goes on where it stands; one that is there already is said to be there.
@RestController
class PublicUploadsDesk {

    private final PartyDoor door;
    private final Receiving receiving;
    private final Adding adding;

    PublicUploadsDesk(PartyDoor door, Receiving receiving, Adding adding) {
        this.door = door;
        this.receiving = receiving;
        this.adding = adding;
    }

    /// What is to come.
    record OwnAnnounced(String code, String phoneLast4, String name, long size, String sha256) {}

    /// Who asks how it stands.
    record OwnAsked(String code, String phoneLast4) {}

    /// How it stands.
    ///
    /// @param id  of the upload; empty where the file is there already
    /// @param received how many bytes have come: the next piece begins there
    /// @param piece how many bytes a piece may have; all but the last one are to be a multiple of 1 MB
    /// @param added what they have added before, if it is this very file
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OwnStanding(Optional<UUID> id, long received, long size, int piece, Optional<PublicFilesDesk.Added> added) {}

    @PostMapping("/api/public/own/files/uploads")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnAnnounced.class)
    @ResponseStatus(HttpStatus.CREATED)
    OwnStanding begin(Actor visitor, HttpServletRequest http) {
        var said = Incoming.body(http);
        var known = door.known(visitor, said);
        var announced = new Receiving.Announced(
                known.matter(),
                said.path("name").asString(""),
                said.path("size").asLong(0),
                said.path("sha256").asString(""));
        var own = adding.own(known.actor(), known.matter(), announced.sha256());
        if (own.isPresent()) {
            return new OwnStanding(
                    Optional.empty(),
                    announced.size(),
                    announced.size(),
                    UploadsDesk.PIECE,
                    own.map(PublicFilesDesk.Added::of));
        }
        return standing(receiving.resumed(known.actor(), announced));
    }

    @PostMapping("/api/public/own/files/uploads/{id}")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(body = OwnAsked.class)
    OwnStanding find(Actor visitor, @PathVariable UUID id, HttpServletRequest http) {
        return standing(mine(door.known(visitor, Incoming.body(http)), id));
    }

    /// By the code of the very matter it is for: that door may be shut while another one is open.
    private UploadStore.Upload mine(PartyDoor.Known known, UUID id) {
        var upload = receiving.find(known.actor(), id);
        if (!upload.matter().equals(known.matter())) {
            throw Refused.notFound("上传");
        }
        return upload;
    }

    /// Takes a piece. The part `about` is JSON: code, digits, and `from`, where the piece begins. What was not a whole
    /// megabyte of it, unless it is the end, is to be sent again.
    @PostMapping(path = "/api/public/own/files/uploads/{id}/pieces", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Allowed.Door.PUBLIC)
    OwnStanding append(
            Actor visitor,
            @PathVariable UUID id,
            @RequestPart("about") String about,
            @RequestPart("file") MultipartFile file) {
        var said = Incoming.json(about);
        var known = door.known(visitor, said);
        if (file.getSize() > UploadsDesk.PIECE) {
            throw UploadsDesk.tooLarge();
        }
        mine(known, id);
        try (var coming = file.getInputStream()) {
            receiving.append(known.actor(), id, said.path("from").asLong(-1), coming);
        } catch (IOException cut) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开。").withNext("从断的地方接着传。"));
        }
        return standing(mine(known, id));
    }

    /// What is said is what the verb `attach` takes, with code and digits.
    @PostMapping("/api/public/own/files/uploads/{id}/finish")
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    PublicFilesDesk.Added finish(Actor visitor, @PathVariable UUID id, HttpServletRequest http) {
        var request = Adding.said(http, visitor);
        var known = door.known(visitor, request.body());
        return PublicFilesDesk.Added.of(adding.arrived(known.actor(), mine(known, id), request));
    }

    private static OwnStanding standing(UploadStore.Upload upload) {
        return new OwnStanding(
                Optional.of(upload.id()), upload.received(), upload.size(), UploadsDesk.PIECE, Optional.empty());
    }
}
