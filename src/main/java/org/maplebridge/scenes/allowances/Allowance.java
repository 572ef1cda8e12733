package org.maplebridge.scenes.allowances;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.stats.Caseloads.Weight;

/// A sheet of allowances as it is kept: of one town-level office and one month.
///
/// @param shownAfter the number of the last objection before it was shown last; empty if that was not kept yet
/// @param shownUntil the last day on which mediators may object
record Allowance(
        UUID id,
        String code,
        Place place,
        LocalDate month,
        boolean whole,
        Optional<String> sentBack,
        Optional<Instant> shownAt,
        Optional<Integer> shownAfter,
        Optional<LocalDate> shownUntil,
        Optional<Drawn> drawn,
        Optional<UUID> approver,
        Optional<LocalDate> approvedOn,
        Optional<String> voucher,
        Optional<LocalDate> paidOn,
        Optional<String> dropped) {

    /// Whose sheet it is.
    record Place(UUID office, String name, String area) {}

    /// How the sample was drawn.
    ///
    /// @param plan what was fixed before
    /// @param size how many leaves the root of the log covers
    record Drawn(String plan, long size, String root, String seed) {}

    String title() {
        return monthTitle(month);
    }

    static String monthTitle(LocalDate month) {
        return month.getYear() + " 年 " + month.getMonthValue() + " 月";
    }

    enum State {
        PAYABLE,
        HELD,
        OUT,
        BACK
    }

    enum Form {
        ORAL("口头"),
        WRITTEN("书面");

        private final String title;

        Form(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    enum Result {
        OK,
        DEFECT
    }

    /// The file that a line is about, as it was when it was listed.
    ///
    /// @param doer whoever wrote down the agreement
    record File(UUID id, String code, LocalDate closed, String category, Optional<Form> form, Optional<UUID> doer) {

        /// Whether nothing has changed that says who is paid, how much and when.
        boolean sameAs(LocalDate day, Optional<Form> other, Optional<UUID> person) {
            return closed.equals(day) && form.equals(other) && doer.equals(person);
        }
    }

    /// Who mediated, as the register of mediators says.
    ///
    /// @param line of the register
    /// @param staff where they have an account
    record Mediator(UUID line, String name, Optional<UUID> staff) {}

    /// How hard it was.
    record Graded(Optional<Weight> weight, Optional<String> why) {}

    /// Whoever had a hand in a line as its keeper or checker; nobody is ever taken off.
    record Hands(List<UUID> graders, List<UUID> checkers) {

        static final Hands NONE = new Hands(List.of(), List.of());

        Hands andGrader(UUID person) {
            return new Hands(with(graders, person), checkers);
        }

        Hands andChecker(UUID person) {
            return new Hands(graders, with(checkers, person));
        }

        private static List<UUID> with(List<UUID> before, UUID person) {
            return Stream.concat(before.stream(), Stream.of(person)).distinct().toList();
        }
    }

    /// What a person has found who looked into it.
    record Checked(Result result, Optional<String> why, UUID checker) {}

    /// What is taken back.
    ///
    /// @param sheet the number of the sheet that paid it
    /// @param confirmed whether a person has confirmed or dropped it; empty until then
    record Back(String sheet, Optional<Boolean> confirmed) {}

    /// @param why why it is held back, was taken out, or is to be taken back
    /// @param round how often the file was paid and taken back before
    /// @param sum   in yuan; of what is taken back below zero
    /// @param drawn whether somebody is to look into it
    record Line(
            int no,
            File file,
            Optional<Mediator> mediator,
            Graded graded,
            State state,
            Optional<String> why,
            int round,
            BigDecimal sum,
            Optional<Back> back,
            boolean drawn,
            Optional<Checked> checked,
            Hands hands) {

        boolean payable() {
            return state == State.PAYABLE;
        }

        /// Whether it was taken out because whoever looked into it found it wrong.
        boolean foundOut() {
            return state == State.OUT
                    && checked.filter(each -> each.result() == Result.DEFECT).isPresent();
        }

        /// As if nobody had looked into it; who did is kept.
        Line unchecked() {
            return new Line(no, file, mediator, graded, state, why, round, sum, back, false, Optional.empty(), hands);
        }

        /// Whether it is to be taken back, if nobody has dropped that.
        boolean takenBack() {
            return back.filter(each -> each.confirmed().orElse(true)).isPresent();
        }

        boolean of(UUID person) {
            return mediator.flatMap(Mediator::staff).filter(person::equals).isPresent();
        }

        /// Whether a person finds it among their own: as its mediator, or, while the register has none, as its doer.
        boolean shownTo(UUID person) {
            boolean did = missesDoer() && file.doer().filter(person::equals).isPresent();
            return did || of(person);
        }

        /// Whether nobody is paid because whoever mediated is not in the register.
        boolean missesDoer() {
            return state == State.HELD && mediator.isEmpty();
        }

        boolean gradedBy(UUID person) {
            return hands.graders().contains(person);
        }

        boolean checkedBy(UUID person) {
            return hands.checkers().contains(person);
        }

        Line as(State other, Optional<String> words, BigDecimal amount) {
            return new Line(no, file, mediator, graded, other, words, round, amount, back, drawn, checked, hands);
        }

        Line by(Mediator other) {
            return new Line(no, file, Optional.of(other), graded, state, why, round, sum, back, drawn, checked, hands);
        }

        Line graded(Graded as, BigDecimal amount) {
            return new Line(no, file, mediator, as, state, why, round, amount, back, drawn, checked, hands);
        }

        Line checked(Checked as) {
            return new Line(
                    no,
                    file,
                    mediator,
                    graded,
                    state,
                    why,
                    round,
                    sum,
                    back,
                    drawn,
                    Optional.of(as),
                    hands.andChecker(as.checker()));
        }

        Line gradedNowBy(UUID person) {
            return new Line(
                    no, file, mediator, graded, state, why, round, sum, back, drawn, checked, hands.andGrader(person));
        }

        Line confirmed(boolean yes, String words) {
            return new Line(
                    no,
                    file,
                    mediator,
                    graded,
                    state,
                    Optional.of(words),
                    round,
                    sum,
                    back.map(each -> new Back(each.sheet(), Optional.of(yes))),
                    drawn,
                    checked,
                    hands);
        }
    }

    /// A mediator does not agree with a line of their own.
    record Objection(int no, int line, LocalDate day, String reason, Optional<Decision> decision) {

        boolean decidedBy(UUID person) {
            return decision.filter(said -> said.decider().equals(person)).isPresent();
        }
    }

    record Decision(UUID decider, boolean upheld, String words) {}

    /// What a mediator gets.
    record Share(String name, int lines, BigDecimal sum) {}

    /// What a sheet comes to.
    ///
    /// @param back how much of it is taken back, below zero
    record Totals(List<Share> shares, int lines, BigDecimal paid, BigDecimal back, BigDecimal all) {}
}
