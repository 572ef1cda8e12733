package org.maplebridge.kernel.laws;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.engines.search.Answers;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.orgs.Offices;
import org.maplebridge.kernel.parameters.Parameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Answers anybody's question with sentences of articles, to the letter. The question is neither written down nor
/// logged: one more of its day is counted.
@RestController
class LawAskDesk {

    /// More is no question; what is read of it is told in the answer.
    private static final int LONGEST = 20_000;

    private final Transactions transactions;
    private final LawAsking asking;
    private final LawCounts counts;
    private final Throttle throttle;
    private final Parameters parameters;
    private final Offices offices;

    LawAskDesk(
            Transactions transactions,
            LawAsking asking,
            LawCounts counts,
            Throttle throttle,
            Parameters parameters,
            Offices offices) {
        this.transactions = transactions;
        this.asking = asking;
        this.counts = counts;
        this.throttle = throttle;
        this.parameters = parameters;
        this.offices = offices;
    }

    /// @param words what happened and what somebody wants to know
    /// @param on the day the law is asked for; today if nothing is said
    /// @param worded whether whoever asks lets the question go to the model elsewhere that the county has named
    record AskedOfLaw(Optional<String> words, Optional<LocalDate> on, Optional<Boolean> worded) {}

    /// A topic and how sure it is, from 0 to 1.
    record AskTopic(String name, double sure) {}

    /// A part of an article's text, to the letter.
    record AskQuote(String text, int from, int to) {}

    /// An article that answers.
    record AskArticle(
            UUID article, String law, String label, UUID edition, LocalDate from, List<AskQuote> quotes, String why) {}

    /// An answer.
    ///
    /// @param sure from 0 to 1
    /// @param missing what is still to be asked
    /// @param hints what is to be said first, such as whom to call
    /// @param words only with a model elsewhere, where it was asked for; each sentence that cites was checked
    /// @param offered whether a model elsewhere could be asked for, which was not done
    /// @param note who worded it and what is kept
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AskAnswer(
            LocalDate on,
            Answers.State state,
            Optional<AskTopic> topic,
            double sure,
            List<AskArticle> answers,
            List<String> missing,
            List<String> hints,
            Optional<String> words,
            boolean offered,
            String note) {}

    @PostMapping("/api/laws/ask")
    @Allowed(Allowed.Door.PUBLIC)
    AskAnswer ask(Actor anybody, HttpServletRequest http, @RequestBody AskedOfLaw asked) {
        var words = asked.words().orElseThrow(() -> LawDay.fault("words", "请写下您的问题。"));
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw LawDay.fault("words", "最多 " + LONGEST + " 个字；请只写最要紧的经过和问题。");
        }
        var found = transactions.run(anybody.scope(), work -> {
            spend(work, anybody, http);
            counts.more(work.today(), "ask");
            return asking.found(words, LawDay.of(work, asked.on()));
        });
        // a model elsewhere may take its time; no transaction waits for it
        boolean wanted = asked.worded().orElse(false);
        var worded = asking.worded(found, wanted);
        return transactions.run(anybody.scope(), work -> asking.answer(found, worded, wanted));
    }

    /// Strangers share an address.
    private void spend(Work work, Actor anybody, HttpServletRequest http) {
        if (anybody.person().equals(Actor.NOBODY)) {
            var root = offices.at(work).rootArea().map(area -> area.path()).orElse("");
            int most = parameters
                    .at(work, "laws.questions-a-minute-of-address", root, work.today())
                    .whole();
            throttle.spend("law-questions-of-address", http.getRemoteAddr(), most);
        }
    }
}
