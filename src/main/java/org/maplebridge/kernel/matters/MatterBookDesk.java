package org.maplebridge.kernel.matters;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Sheet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands out the list of matters as a workbook, with the filters of the list.
@RestController
class MatterBookDesk {

    private final MatterBook book;

    MatterBookDesk(MatterBook book) {
        this.book = book;
    }

    /// @param cols which columns and in which order, such as `due,parties,stage`; all of them, if not said
    @GetMapping("/api/matters/book")
    @Allowed(Allowed.Door.OFFICERS)
    void book(
            Actor actor,
            @RequestParam Optional<String> scene,
            @RequestParam Optional<String> stage,
            @RequestParam Optional<String> area,
            @RequestParam Optional<String> colour,
            @RequestParam Optional<String> dueBefore,
            @RequestParam Optional<String> q,
            @RequestParam Optional<Boolean> overdue,
            @RequestParam Optional<Boolean> dueSoon,
            @RequestParam Optional<Boolean> returned,
            @RequestParam Optional<Boolean> open,
            @RequestParam Optional<String> cols,
            HttpServletResponse answer,
            OutputStream out)
            throws IOException {
        var asked = new MatterAsked(scene, stage, area, colour, dueBefore, q, overdue, dueSoon, returned, open);
        // what is refused is refused before the first byte
        var begun = book.begun(actor, asked, cols);
        Sheet.announce(answer, "事项");
        begun.write(out);
    }
}
