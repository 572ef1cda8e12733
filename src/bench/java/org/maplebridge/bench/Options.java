package org.maplebridge.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was written after the benchmark's name: `--name value`, `--name=value`, `--flag`, and the rest.
public record Options(Map<String, String> named, List<String> rest) {

    public Options {
        named = Map.copyOf(named);
        rest = List.copyOf(rest);
    }

    static Options of(List<String> arguments) {
        var named = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        for (var i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (!word.startsWith("--")) {
                rest.add(word);
                continue;
            }
            var equal = word.indexOf('=');
            if (equal > 0) {
                named.put(word.substring(2, equal), word.substring(equal + 1));
            } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
                named.put(word.substring(2), arguments.get(++i));
            } else {
                named.put(word.substring(2), "true");
            }
        }
        return new Options(named, rest);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(named.get(name));
    }

    public int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    public boolean flag(String name) {
        return text(name).map("true"::equals).orElse(false);
    }
}
