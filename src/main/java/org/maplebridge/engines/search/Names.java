package org.maplebridge.engines.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of laws, in full and as people call them, found in a text.
public final class Names {

    private static final String STATE = "中华人民共和国";
    /// 公司法人 names no law.
    private static final String NOT_AFTER = "律院人定治制规官庭学理盲宝医庄师案务";
    /// A wrong sign is forgiven in names at least as long.
    private static final int FORGIVEN = 5;

    private final Map<String, String> laws = new HashMap<>();
    private final List<String> shortened;
    private final Trie exact;
    private final Trie forgiven;

    /// @param called full names, each with what people call it
    public Names(Map<String, ? extends Collection<String>> called) {
        called.keySet().forEach(law -> {
            laws.put(law, law);
            laws.putIfAbsent(Normalizer.normalize(law, Normalizer.Form.NFKC), law);
        });
        called.keySet().forEach(law -> laws.putIfAbsent(bare(law), law));
        called.forEach((law, names) ->
                names.stream().filter(name -> name.length() > 1).forEach(name -> laws.putIfAbsent(name, law)));
        DataLines.of("law-names.tsv").forEach(line -> {
            var law = laws.get(bare(line.get(1)));
            if (law != null) {
                laws.putIfAbsent(line.get(0), law);
            }
        });
        exact = new Trie(laws.keySet());
        forgiven = new Trie(
                laws.keySet().stream().filter(name -> name.length() >= FORGIVEN).collect(Collectors.toSet()));
        shortened = laws.keySet().stream()
                .filter(name -> name.endsWith("法") && !name.startsWith(STATE))
                .sorted()
                .toList();
    }

    /// A law named in a text.
    ///
    /// @param law its full name
    /// @param from first sign
    /// @param until after the last sign
    /// @param exactly whether no sign was forgiven
    public record Found(String law, int from, int until, boolean exactly) {}

    /// Those named in a text, from left to right, the longest where two overlap.
    public List<Found> in(String text) {
        var found = new ArrayList<Found>();
        for (int at = 0; at < text.length(); ) {
            int length = exact.longest(text, at);
            if (length > 0 && !goesOn(text, at + length)) {
                found.add(new Found(law(text.substring(at, at + length)), at, at + length, true));
                at += length;
                continue;
            }
            var almost = length > 0 ? Optional.<String>empty() : almost(text, at);
            int from = at;
            almost.ifPresent(name -> found.add(new Found(law(name), from, from + name.length(), false)));
            at += almost.map(String::length).orElse(1);
        }
        return List.copyOf(found);
    }

    /// The law somebody means by a name: in full, as it is called, or some of its signs in their order.
    public Optional<String> meant(String said) {
        var name = bare(said.strip());
        var known = laws.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        var inside = in(said);
        if (!inside.isEmpty() && inside.getLast().until() == said.length()) {
            return Optional.of(inside.getLast().law());
        }
        if (name.length() < 3 || !name.endsWith("法")) {
            return Optional.empty();
        }
        Set<String> all = new LinkedHashSet<>();
        shortened.stream()
                .filter(whole -> whole.charAt(0) == name.charAt(0) && shortFor(name, whole))
                .forEach(whole -> all.add(law(whole)));
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    /// The full names known.
    Set<String> all() {
        return Set.copyOf(laws.values());
    }

    /// Every name known, full or not.
    Set<String> called() {
        return Set.copyOf(laws.keySet());
    }

    private Optional<String> almost(String text, int at) {
        return forgiven.almost(text, at).stream()
                .filter(name -> !goesOn(text, at + name.length()))
                .max((one, other) -> one.length() == other.length()
                        ? other.compareTo(one)
                        : Integer.compare(one.length(), other.length()));
    }

    private String law(String name) {
        return laws.getOrDefault(name, name);
    }

    private static boolean goesOn(String text, int at) {
        return at < text.length() && text.charAt(at - 1) == '法' && NOT_AFTER.indexOf(text.charAt(at)) >= 0;
    }

    /// Without what every law or interpretation has in front, and without the marks of titles in titles.
    private static String bare(String law) {
        var bare = Normalizer.normalize(law, Normalizer.Form.NFKC)
                .replace(STATE, "")
                .replaceAll("[《》〈〉<>]", "")
                .replaceFirst("^最高人民(?:法院|检察院)(?:、最高人民检察院)?关于", "");
        return bare.length() < 2 ? law : bare;
    }

    private static boolean shortFor(String name, String whole) {
        int at = 0;
        for (int i = 0; i < name.length(); i++) {
            at = whole.indexOf(name.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
