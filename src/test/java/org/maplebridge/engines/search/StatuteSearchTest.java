package org.maplebridge.engines.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The search as it ships, on made-up laws.
class StatuteSearchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @TempDir
    Path folder;

    private @Nullable StatuteSearch open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private StatuteSearch opened() {
        var search = StatuteSearches.open(folder);
        open = search;
        return search;
    }

    private StatuteSearch filled() {
        var search = opened();
        search.put(MadeUpLaws.wages());
        search.put(MadeUpLaws.dogs());
        return search;
    }

    private static Question ask(String words) {
        return ask(words, TODAY);
    }

    private static Question ask(String words, LocalDate on) {
        return new Question(words, 10, on, true, Set.of(), Set.of());
    }

    private static List<String> ids(StatuteSearch search, String words) {
        return search.search(ask(words)).stream().map(Hit::id).toList();
    }

    private static void embedded(StatuteSearch search) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(30).toNanos(); System.nanoTime() < end; ) {
            if (search.state().embedded() == search.state().provisions()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not embedded: " + search.state());
    }

    @Test
    void wordsFindAtOnceWhatMeaningFindsLater() throws InterruptedException {
        var search = filled();
        assertThat(ids(search, "老板拖欠劳动报酬怎么办")).first().asString().startsWith("枫桥测试工钱法");
        embedded(search);
        assertThat(ids(search, "被邻居家的狗咬伤了谁负责")).first().isEqualTo("枫桥测试养犬条例2015-1");
        assertThat(search.state()).isEqualTo(new StatuteSearch.State(5, 5, true));
    }

    @Test
    void anArticleThatIsNamedComesFirstAndForSure() {
        var search = filled();
        var hits = search.search(ask("枫桥测试养犬条例第2条"));
        assertThat(hits.getFirst().id()).isEqualTo("枫桥测试养犬条例2015-2");
        assertThat(hits.getFirst().why()).isEqualTo(Hit.Why.NAMED);
        assertThat(hits.getFirst().score()).isEqualTo(1);
        assertThat(search.search(ask("《枫桥测试工钱法》第一条")).getFirst().id()).isEqualTo("枫桥测试工钱法2015-1");
    }

    @Test
    void aLawThatIsNamedAloneShowsItsArticlesInTheirOrder() {
        var search = filled();
        var hits = search.search(ask("枫桥测试工钱法"));
        assertThat(hits).extracting(Hit::id).startsWith("枫桥测试工钱法2015-1", "枫桥测试工钱法2015-2", "枫桥测试工钱法2015-3");
        assertThat(hits.getFirst().why()).isEqualTo(Hit.Why.LAW);
    }

    @Test
    void theDayDecidesTheEdition() {
        var search = opened();
        search.put(MadeUpLaws.law("枫桥测试工钱法", MadeUpLaws.OLD, Optional.of(MadeUpLaws.NEW), "拖欠工资的，由当地有关单位调解处理。"));
        search.put(MadeUpLaws.wages());
        assertThat(ids(search, "拖欠工资")).contains("枫桥测试工钱法2015-2").doesNotContain("枫桥测试工钱法2001-1");
        assertThat(search.search(ask("拖欠工资", LocalDate.of(2003, 1, 1))))
                .extracting(Hit::id)
                .containsExactly("枫桥测试工钱法2001-1");
        assertThat(search.search(ask("拖欠工资", LocalDate.of(1999, 1, 1)))).isEmpty();
        assertThat(search.search(ask("枫桥测试工钱法第一条", LocalDate.of(2003, 1, 1))))
                .extracting(Hit::id)
                .first()
                .isEqualTo("枫桥测试工钱法2001-1");
    }

    @Test
    void levelsAreChosen() {
        var search = filled();
        var none = new Question("劳动报酬", 10, TODAY, true, Set.of("刑法"), Set.of());
        assertThat(search.search(none)).isEmpty();
        var some = new Question("劳动报酬", 10, TODAY, true, Set.of("社会法"), Set.of());
        assertThat(search.search(some)).isNotEmpty();
    }

    @Test
    void theSentenceThatAnswersIsShownToTheLetter() {
        var search = filled();
        var hit = search.search(ask("坐电梯狗要戴嘴套吗")).getFirst();
        assertThat(hit.id()).isEqualTo("枫桥测试养犬条例2015-2");
        var span = hit.spans().getFirst();
        assertThat(MadeUpLaws.dogs().get(1).text().substring(span.from(), span.to()))
                .isEqualTo("在电梯内应当为犬只佩戴嘴套。");
    }

    @Test
    void whatIsTakenOutOrReplacedIsNoLongerFound() {
        var search = filled();
        search.remove(List.of("枫桥测试养犬条例2015-1"));
        assertThat(ids(search, "饲养的动物造成他人损害")).doesNotContain("枫桥测试养犬条例2015-1");
        var changed = MadeUpLaws.law("枫桥测试养犬条例", MadeUpLaws.NEW, Optional.empty(), "一", "养鸽应当登记。");
        search.put(changed.subList(1, 2));
        assertThat(ids(search, "养鸽登记")).first().isEqualTo("枫桥测试养犬条例2015-2");
        assertThat(search.state().provisions()).isEqualTo(4);
        search.retain(Set.of("枫桥测试工钱法2015-1"));
        assertThat(search.state().provisions()).isEqualTo(1);
        assertThat(ids(search, "养鸽登记")).doesNotContain("枫桥测试养犬条例2015-2");
    }

    @Test
    void whatWasPutIsThereAgainAfterARestart() throws InterruptedException {
        var search = filled();
        embedded(search);
        search.close();
        search = opened();
        assertThat(search.state()).isEqualTo(new StatuteSearch.State(5, 5, false));
        assertThat(ids(search, "携犬外出")).first().isEqualTo("枫桥测试养犬条例2015-2");
    }

    @Test
    void aDamagedFolderIsEmptiedAndSaysSo() throws IOException {
        filled().close();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "rubbish");
            }
        }
        var search = opened();
        assertThat(search.state()).isEqualTo(new StatuteSearch.State(0, 0, true));
        search.put(MadeUpLaws.wages());
        assertThat(ids(search, "劳动报酬")).isNotEmpty();
    }

    @Test
    void alikeArticlesAreNearEachOther() throws InterruptedException {
        var search = filled();
        embedded(search);
        var similar = search.similar("枫桥测试工钱法2015-1", 3);
        assertThat(similar.getFirst().id()).isEqualTo("枫桥测试工钱法2015-2");
        assertThat(similar).extracting(Hit::id).doesNotContain("枫桥测试工钱法2015-1");
        assertThat(search.similar("没有这一条", 3)).isEmpty();
    }

    @Test
    void anyTextIsAnswered() {
        var search = filled();
        for (var words : List.of(
                "",
                " ",
                "狗",
                "？？？",
                "狗".repeat(5000),
                "select * from laws; drop table --",
                "<script>",
                "a b c",
                "𠮷\uD800",
                "第999999999999条",
                "（）《》第条",
                "\u0000\u0007",
                "AND OR NOT *:* \"(")) {
            assertThat(search.search(ask(words)).size()).as(words).isBetween(0, 10);
        }
    }
}
