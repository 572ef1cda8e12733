package org.maplebridge.kernel.appointments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Sessions as an iCalendar (RFC 5545), for the calendar of a phone. It leaves this system, so it names what and where,
/// and the matter by its number; never anybody of it, nor what it is about.
final class CalendarFile {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 74;

    private CalendarFile() {}

    static String of(Instant now, List<SessionsDesk.Slot> slots) {
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Maplebridge//sessions//ZH");
        for (var slot : slots) {
            slot.about().ifPresent(about -> event(file, now, slot, about));
        }
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static void event(StringBuilder file, Instant now, SessionsDesk.Slot slot, SessionsDesk.About about) {
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + about.id() + "-" + slot.no().orElse(0) + "@maplebridge");
        line(file, "DTSTAMP:" + MOMENT.format(now));
        line(file, "DTSTART:" + MOMENT.format(slot.starts()));
        line(file, "DTEND:" + MOMENT.format(slot.ends()));
        line(file, "SUMMARY:" + text(slot.title() + " " + about.code()));
        slot.room().or(slot::place).ifPresent(where -> line(file, "LOCATION:" + text(where)));
        line(file, "END:VEVENT");
    }

    private static String text(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /// A line longer than 75 octets is folded, never within a letter.
    private static void line(StringBuilder file, String text) {
        int octets = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            var piece = Character.toString(letter);
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(piece);
            octets += size;
            at += Character.charCount(letter);
        }
        file.append("\r\n");
    }
}
