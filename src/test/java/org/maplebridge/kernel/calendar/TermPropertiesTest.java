package org.maplebridge.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TermPropertiesTest {

    @Property
    void whatIsPrintedIsReadBack(@ForAll("terms") Term term) {
        assertThat(Term.parse(term.text())).isEqualTo(term);
    }

    @Property
    void whatIsReadIsPrintedAsItWas(@ForAll("texts") String text) {
        assertReadOrRefused(text);
    }

    @Property
    void garbageIsRefusedInChineseAndNeverOtherwise(@ForAll String text) {
        assertReadOrRefused(text);
    }

    private static void assertReadOrRefused(String text) {
        String printed;
        try {
            printed = Term.parse(text).text();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).containsPattern("\\p{IsHan}");
            return;
        }
        assertThat(printed).isEqualTo(text);
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.of(Unit.class)
                .flatMap(unit -> Combinators.combine(
                                Arbitraries.integers().between(1, unit.most()), Arbitraries.of(LastDay.class))
                        .as((amount, last) ->
                                new Term(amount, unit, unit.mayChooseLastDay() ? last : unit.usualLastDay())));
    }

    /// Strings close to terms, so that many are terms and most of the others nearly so.
    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 12000),
                        Arbitraries.of("H", "D", "WD", "M", "Y", "PM", "CD", "CM", "CY", "W", "d", ""),
                        Arbitraries.of("", "", "!", "!custody", "!!", "?"))
                .as((amount, unit, mark) -> amount + unit + mark);
    }
}
