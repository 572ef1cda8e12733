package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maplebridge.engines.search.Cited;
import org.springframework.stereotype.Component;

/// Which laws there are, in which editions, with how many articles: facts that ship with the program, so that a
/// citation can be checked where no texts are. `register.tsv` is made by `./maplebridge laws register DIR`;
/// `register-own.tsv` holds by hand what that collection lacks.
@Component
final class LawRegister {

    private static final List<String> FILES = List.of("register.tsv", "register-own.tsv");

    /// Papers of the demo county are made up.
    private static final String DEMO = "演示";

    private static final int SHORTEST = 2;

    private final Map<String, List<Known>> laws = new HashMap<>();

    /// An edition.
    ///
    /// @param passed its day
    /// @param articles how many it has
    /// @param first number of the first
    /// @param last number of the last
    /// @param suffixed those such as 第十七条之一, as `17-1`
    record Known(String passed, int articles, int first, int last, Set<String> suffixed) {

        boolean has(int number, int suffix) {
            return suffix == 0 ? number >= first && number <= last : suffixed.contains(number + "-" + suffix);
        }
    }

    LawRegister() {
        for (var file : FILES) {
            lines(file).forEach(this::line);
        }
    }

    /// The lines of a file that lies here, without remarks.
    static List<String> lines(String file) {
        try (InputStream in = LawRegister.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the register of laws is missing: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void line(String line) {
        var cells = line.split("\t", -1);
        for (var edition : cells[3].split(";", -1)) {
            var parts = edition.split("/", -1);
            var suffixed =
                    parts[4].isEmpty() ? Set.<String>of() : new HashSet<>(Arrays.asList(parts[4].split(" ", -1)));
            laws.computeIfAbsent(LawNames.key(cells[0]), known -> new ArrayList<>())
                    .add(new Known(
                            parts[0],
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[2]),
                            Integer.parseInt(parts[3]),
                            suffixed));
        }
    }

    int size() {
        return laws.size();
    }

    /// The editions of a law by its name or a usual short name; none if it isn't known.
    List<Known> editions(String law) {
        return laws.getOrDefault(key(law), List.of());
    }

    /// The key of the law somebody cites: what stands before its name in the sentence may have been taken for a part
    /// of it.
    String key(String said) {
        for (int from = 0; from + SHORTEST <= said.length(); from++) {
            var key = LawNames.meant(said.substring(from));
            if (laws.containsKey(key)) {
                return key;
            }
        }
        return LawNames.meant(said);
    }

    /// What is wrong with the articles a text cites, in Chinese. A citation that names no law is none of ours.
    List<String> faults(String text) {
        var found = new ArrayList<String>();
        for (var cited : Cited.in(text)) {
            if (cited.law().isEmpty()
                    || cited.law().startsWith("本")
                    || cited.law().startsWith(DEMO)) {
                continue;
            }
            var editions = editions(cited.law());
            if (editions.isEmpty()) {
                found.add("“" + text + "”引用的《" + cited.law() + "》不在法规名录里");
                continue;
            }
            for (int number = cited.article(); number <= cited.last(); number++) {
                int one = number;
                if (editions.stream().noneMatch(each -> each.has(one, cited.suffix()))) {
                    found.add("“" + text + "”引用的《" + cited.law() + "》没有" + Numerals.label(one, cited.suffix()));
                }
            }
        }
        return found;
    }

    /// A line of the register.
    static String line(List<Statute> editions) {
        var latest = editions.getLast();
        var all = new ArrayList<String>();
        for (var edition : editions) {
            var numbers = edition.pieces().stream()
                    .filter(piece -> piece.number() > 0)
                    .toList();
            int first = numbers.stream().mapToInt(Statute.Piece::number).min().orElse(0);
            int last = numbers.stream().mapToInt(Statute.Piece::number).max().orElse(0);
            var suffixed = numbers.stream()
                    .filter(piece -> piece.suffix() > 0)
                    .map(piece -> piece.number() + "-" + piece.suffix())
                    .toList();
            all.add(edition.passed() + "/" + numbers.size() + "/" + first + "/" + last + "/"
                    + String.join(" ", suffixed));
        }
        return latest.key() + "\t" + latest.level() + "\t" + latest.area() + "\t" + String.join(";", all);
    }
}
