package org.maplebridge.scenes.disputes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maplebridge.kernel.ground.Work;

/// Times as they stand in spreadsheets, all of them local to Shanghai: `2019/2/28 11:25:05`, `2019-02-28`, or the
/// number of days a spreadsheet counts (system of 1900, which wrongly has a 29 February 1900: hence 61 at least).
final class DisputesComplaintTimes {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})(?:[ T](\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

    private static final Pattern SERIAL = Pattern.compile("\\d{1,6}(?:\\.\\d{1,20})?");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 61;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private DisputesComplaintTimes() {}

    /// The moment; empty if the text is none.
    static Optional<Instant> read(String text) {
        var said = text.strip();
        var written = WRITTEN.matcher(said);
        try {
            if (written.matches()) {
                return Optional.of(shanghai(written(written)));
            }
            return SERIAL.matcher(said).matches() ? serial(new BigDecimal(said)) : Optional.empty();
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDateTime written(Matcher parts) {
        return LocalDateTime.of(
                number(parts, 1),
                number(parts, 3),
                number(parts, 4),
                number(parts, 5),
                number(parts, 6),
                number(parts, 7));
    }

    private static int number(Matcher parts, int group) {
        return Optional.ofNullable(parts.group(group)).map(Integer::parseInt).orElse(0);
    }

    private static Optional<Instant> serial(BigDecimal days) {
        if (days.compareTo(BigDecimal.valueOf(FIRST_SERIAL)) < 0) {
            return Optional.empty();
        }
        var seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Optional.of(shanghai(DAY_ZERO.atStartOfDay().plusSeconds(seconds)));
    }

    private static Instant shanghai(LocalDateTime local) {
        return local.atZone(Work.ZONE).toInstant();
    }
}
