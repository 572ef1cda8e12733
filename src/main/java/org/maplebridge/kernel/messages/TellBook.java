package org.maplebridge.kernel.messages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maplebridge.kernel.ground.Canonical;
import org.maplebridge.kernel.ground.DataFiles;
import org.maplebridge.kernel.ground.DataFiles.DataFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// What is told, from the `tells` of all data files. Those of a module hold for every scene, those of a scene for it,
/// and take the place of the others for the same verb and addressee. A text that can't be filled in, or gets too long,
/// stops the start.
@Component
class TellBook {

    private final List<Tell> everywhere = new ArrayList<>();
    private final Map<String, List<Tell>> ofScenes = new HashMap<>();
    private final Map<String, List<Danger>> dangers = new HashMap<>();
    private final Map<String, Set<String>> categories = new HashMap<>();
    private final Map<String, Set<String>> reminds = new HashMap<>();

    @Autowired
    TellBook(DataFiles files) {
        this(files.all());
    }

    TellBook(List<DataFile> files) {
        for (var file : files) {
            var section = file.section("tells");
            var scene = file.section("scene").path("name").asString("");
            var words = section.path("words")
                    .valueStream()
                    .map(entry -> read(file.name(), entry))
                    .toList();
            if (scene.isEmpty()) {
                everywhere.addAll(words);
                continue;
            }
            var roles = file.section("parties");
            words.forEach(tell -> {
                boolean known =
                        Set.of(Tell.OFFICE, Tell.FIRST, Tell.PARTIES).contains(tell.to()) || roles.has(tell.to());
                if (!known) {
                    throw fault(file.name(), tell.text(), "nobody is called " + tell.to());
                }
            });
            ofScenes.put(scene, words);
            var unsafe = section.path("unsafe");
            dangers.put(
                    scene,
                    unsafe.path("said").valueStream().map(TellBook::danger).toList());
            categories.put(scene, texts(unsafe.path("categories")));
            reminds.put(scene, texts(section.path("reminds")));
        }
    }

    /// What was said that makes a message dangerous: this answer to this question with this verb.
    record Danger(String verb, String field, Set<String> is) {

        boolean in(JsonNode said) {
            return is.contains(said.path(field).asString(""));
        }
    }

    private static Danger danger(JsonNode entry) {
        return new Danger(entry.path("verb").asString(""), entry.path("field").asString(""), texts(entry.path("is")));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(each -> each.asString("")).collect(Collectors.toSet());
    }

    private static Tell read(String file, JsonNode entry) {
        var tell = new Tell(
                entry.path("after").valueStream().map(each -> each.asString("")).toList(),
                entry.path("to").asString(""),
                entry.path("text").asString(""),
                entry.path("by").asString("").equals("party"),
                entry.path("urgent").asBoolean(false));
        if (tell.after().isEmpty() || tell.to().isEmpty() || tell.text().isBlank()) {
            throw fault(file, tell.text(), "it lacks verbs, an addressee or words");
        }
        if (!tell.toOffice()) {
            Wording.fault(tell.text()).ifPresent(wrong -> {
                throw fault(file, tell.text(), wrong);
            });
        } else if (tell.text().contains("{")) {
            throw fault(file, tell.text(), "words to officers have no variables: they open the matter");
        }
        return tell;
    }

    private static IllegalStateException fault(String file, String text, String wrong) {
        return new IllegalStateException("a message in " + file + ".yml, “" + text + "”: " + wrong + "; see "
                + Canonical.text(List.of("code", "office", "phone")));
    }

    /// What to tell.
    ///
    /// @param ended whether it ended the matter
    List<Tell> of(String scene, String verb, boolean ended, boolean byParty) {
        var own = of(ofScenes.getOrDefault(scene, List.of()), verb, ended, byParty);
        var addressees = own.stream().map(Tell::to).collect(Collectors.toSet());
        var others = of(everywhere, verb, ended, byParty).stream()
                .filter(tell -> !addressees.contains(tell.to())
                        && !(tell.to().equals(Tell.FIRST) && own.stream().anyMatch(each -> !each.toOffice())));
        return Stream.concat(own.stream(), others).toList();
    }

    /// Whoever is told of the verb isn't told of the end that came with it: what was merged isn't done.
    private static List<Tell> of(List<Tell> tells, String verb, boolean ended, boolean byParty) {
        var theirs = tells.stream().filter(tell -> !tell.byParty() || byParty).toList();
        var named = theirs.stream().filter(tell -> tell.after().contains(verb)).toList();
        var heard = named.stream().map(Tell::to).collect(Collectors.toSet());
        var ends =
                theirs.stream().filter(tell -> ended && tell.after().contains(Tell.END) && !heard.contains(tell.to()));
        return Stream.concat(named.stream(), ends).distinct().toList();
    }

    /// Whether what was said with a verb may be dangerous, and so has to be read.
    List<Danger> dangers(String scene, String verb) {
        return dangers.getOrDefault(scene, List.of()).stream()
                .filter(danger -> danger.verb().equals(verb))
                .toList();
    }

    /// Whether parties are reminded when a limit by this parameter ends soon.
    boolean reminds(String scene, String parameter) {
        return reminds.getOrDefault(scene, Set.of()).contains(parameter);
    }

    /// Whether messages in matters of a category are always careful.
    boolean careful(String scene, String category) {
        return categories.getOrDefault(scene, Set.of()).contains(category);
    }
}
