package org.maplebridge.kernel.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Takes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Large files come in pieces: announced, sent from where the last one ended, and finished. A broken line costs no more
/// than the piece that was on its way.
@RestController
class UploadsDesk {

    /// How much a piece may hold.
    static final int PIECE = 4 * Vault.FRAME;

    private final Receiving receiving;
    private final Adding adding;

    UploadsDesk(Receiving receiving, Adding adding) {
        this.receiving = receiving;
        this.adding = adding;
    }

    /// What is to come.
    record Announced(UUID matter, String name, long size, String sha256) {}

    /// How it stands.
    ///
    /// @param received how many bytes have come: the next piece begins there
    /// @param piece how many bytes a piece may have; all but the last one are to be a multiple of 1 MB
    record Standing(UUID id, long received, long size, int piece) {}

    @PostMapping(path = "/api/files/uploads", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.CREATED)
    Standing begin(Actor actor, @RequestBody Announced said) {
        var matter = Optional.ofNullable(said.matter())
                .orElseThrow(() -> new Refused(Problem.fields(List.of(new Problem.Field("matter", "请写明是哪一件事项。")))));
        return standing(receiving.begin(
                actor, new Receiving.Announced(matter, told(said.name()), said.size(), told(said.sha256()))));
    }

    /// What is left out is found missing by whoever reads it.
    private static String told(@Nullable String said) {
        return said == null ? "" : said;
    }

    @GetMapping("/api/files/uploads/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    Standing find(Actor actor, @PathVariable UUID id) {
        return standing(receiving.find(actor, id));
    }

    /// Takes a piece. What was not a whole megabyte of it, unless it is the end, is to be sent again.
    @PutMapping(path = "/api/files/uploads/{id}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Allowed(Allowed.Door.OFFICERS)
    Standing append(Actor actor, @PathVariable UUID id, @RequestParam long from, HttpServletRequest http) {
        var piece = piece(http);
        if (piece.length > PIECE) {
            throw tooLarge();
        }
        receiving.append(actor, id, from, new ByteArrayInputStream(piece));
        return standing(receiving.find(actor, id));
    }

    static Refused tooLarge() {
        return new Refused(Problem.of(413, "too-large", "一块太大", "一块最多 " + PIECE / Vault.FRAME + " MB。")
                .withRule("evidence.piece")
                .withNext("分成小块接着传。"));
    }

    /// Read before the upload is held: a slow line must not keep the database waiting.
    private static byte[] piece(HttpServletRequest http) {
        try {
            return http.getInputStream().readNBytes(PIECE + 1);
        } catch (IOException cut) {
            throw new Refused(Problem.of(400, "cut", "内容没有传完", "连接中途断开。").withNext("从断的地方接着传。"));
        }
    }

    /// What is said is what the verb `attach` takes.
    @PostMapping("/api/files/uploads/{id}/finish")
    @Allowed(Allowed.Door.OFFICERS)
    @Takes(key = true)
    @ResponseStatus(HttpStatus.CREATED)
    FileRow finish(Actor actor, @PathVariable UUID id, HttpServletRequest http) {
        var request = Adding.said(http, actor);
        return adding.arrived(actor, receiving.find(actor, id), request);
    }

    @DeleteMapping("/api/files/uploads/{id}")
    @Allowed(Allowed.Door.OFFICERS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Actor actor, @PathVariable UUID id) {
        receiving.drop(actor, id);
    }

    private static Standing standing(UploadStore.Upload upload) {
        return new Standing(upload.id(), upload.received(), upload.size(), PIECE);
    }
}
