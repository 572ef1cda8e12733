package org.maplebridge.kernel.evidence;

import jakarta.servlet.http.HttpServletRequest;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Takes;
import org.maplebridge.kernel.matters.PartyDoor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// A party adds a file to a matter of theirs, by the code on the receipt and four digits.
@RestController
class PublicFilesDesk {

    private final PartyDoor door;
    private final Adding adding;

    PublicFilesDesk(PartyDoor door, Adding adding) {
        this.door = door;
        this.adding = adding;
    }

    /// What a party is told of what they have added.
    record Added(int no, String name, String sha256) {

        static Added of(FileRow row) {
            return new Added(row.no(), row.name(), row.sha256());
        }
    }

    /// The part `about` is JSON: code, digits, the file's SHA-256, its name and kind.
    @PostMapping(path = "/api/public/own/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Allowed.Door.PUBLIC)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    Added add(
            Actor visitor,
            @RequestPart("about") String about,
            @RequestPart("file") MultipartFile file,
            HttpServletRequest http) {
        var request = Adding.said(http, visitor, about);
        var known = door.known(visitor, request.body());
        return Added.of(adding.atOnce(known.actor(), known.matter(), request, file));
    }
}
