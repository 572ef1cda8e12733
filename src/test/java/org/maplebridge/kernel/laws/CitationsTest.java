package org.maplebridge.kernel.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maplebridge.engines.search.Cited;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// No parameter, lifecycle, review list, paper or refusal cites a law or an article that doesn't exist: the register
/// of laws knows them.
class CitationsTest {

    private static final Path CODE = Path.of("src/main/java/org/maplebridge");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*第[" + Numerals.SIGNS + "\\d]+条[^\"\\n]*)\"");
    private static final Pattern ARTICLE = Pattern.compile("第[" + Numerals.SIGNS + "\\d]+条");

    /// They tell how citations are written; what they hold cites nothing.
    private static final List<String> ABOUT_CITING = List.of("kernel/laws/", "engines/search/", "kernel/search/");

    private final LawRegister register = new LawRegister();

    private static List<Path> files(String ending) {
        try (Stream<Path> walk = Files.walk(CODE)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> ABOUT_CITING.stream().noneMatch(file.toString()::contains))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> scalars(Object node) {
        return switch (node) {
            case null -> List.of();
            case Map<?, ?> map ->
                map.values().stream().flatMap(each -> scalars(each).stream()).toList();
            case List<?> list ->
                list.stream().flatMap(each -> scalars(each).stream()).toList();
            default -> List.of(node.toString());
        };
    }

    private List<String> faults(Path file, List<String> texts) {
        return texts.stream()
                .filter(text -> ARTICLE.matcher(text).find())
                .flatMap(text -> register.faults(text).stream())
                .map(fault -> CODE.relativize(file) + "：" + fault)
                .toList();
    }

    @Test
    void everyArticleADataFileCitesExists() {
        var faults = new ArrayList<String>();
        int cited = 0;
        for (var file : files(".yml")) {
            var texts = scalars(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(read(file)));
            cited += (int)
                    texts.stream().filter(text -> ARTICLE.matcher(text).find()).count();
            faults.addAll(faults(file, texts));
        }
        assertThat(faults).isEmpty();
        assertThat(cited).as("texts with articles").isGreaterThan(25);
    }

    @Test
    void everyArticleTheProgramItselfCitesExists() {
        var faults = new ArrayList<String>();
        for (var file : files(".java")) {
            var texts = LITERAL.matcher(read(file))
                    .results()
                    .map(each -> each.group(1))
                    .toList();
            faults.addAll(faults(file, texts));
        }
        assertThat(faults).isEmpty();
    }

    /// The code itself isn't there when the program runs: what it cites is listed beside the register of laws.
    @Test
    void whatTheCodeCitesIsListedForThoseWhoAreToldOfANewEdition() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Which articles the words in the code cite; made by CitationsTest with -Dmaple.update=true");
        for (var file : files(".java")) {
            var name = CODE.relativize(file).toString().replace('\\', '/');
            LITERAL.matcher(read(file))
                    .results()
                    .map(each -> each.group(1))
                    .filter(text -> Cited.in(text).stream().anyMatch(CitationsTest::namesALaw))
                    .forEach(text -> lines.add(name + "\t" + text));
        }
        var listed = CODE.resolve("kernel/laws/code-citations.tsv");
        var wanted = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("maple.update")) {
            Files.writeString(listed, wanted);
        }
        assertThat(Files.readString(listed))
                .as("run CitationsTest with -Dmaple.update=true")
                .isEqualTo(wanted);
        assertThat(lines).hasSizeGreaterThan(10);
    }

    private static boolean namesALaw(Cited cited) {
        return !cited.law().isEmpty() && !cited.law().startsWith("本");
    }

    @Test
    void aCitationOfNothingIsFound() {
        assertThat(register.faults("人民调解法第三十三条、民事诉讼法第二百零五条")).isEmpty();
        assertThat(register.faults("人民调解法第三十六条")).singleElement().asString().contains("没有第三十六条");
        assertThat(register.faults("刑法第一百三十三条之一")).isEmpty();
        assertThat(register.faults("刑法第一百三十三条之九")).hasSize(1);
        assertThat(register.faults("枫桥不存在条例第一条")).singleElement().asString().contains("不在法规名录里");
        assertThat(register.faults("民法典第一千二百六十一条")).hasSize(1);
        assertThat(register.size()).isGreaterThan(1_500);
    }
}
