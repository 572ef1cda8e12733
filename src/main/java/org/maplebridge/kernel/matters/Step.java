package org.maplebridge.kernel.matters;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One move of a lifecycle: from which stages, to which, by whom, within what.
///
/// @param from the stages it may be made from
/// @param to the stage after it; empty if the stage stays
/// @param by the roles that may make it
/// @param within the parameter that limits the time for it
/// @param clock when that time begins
/// @param whose whose that time is
/// @param danger whether there is no way back
/// @param runsOn whether it is made also while the matter is suspended, and its limit runs on meanwhile
/// @param window for a move that opens a matter again: the parameter that says until when after the end;
///     empty text where it is at any time
/// @param afterwards whether it may also be made once the matter has ended, which it leaves ended
/// @param since first version of the lifecycle that has it
/// @param until last version that has it
public record Step<S extends Enum<S>>(
        Set<S> from,
        Optional<S> to,
        Set<String> by,
        Optional<String> within,
        Clock clock,
        Whose whose,
        boolean danger,
        boolean runsOn,
        Optional<String> window,
        boolean afterwards,
        int since,
        int until) {

    /// The actor of moves that the system makes by the clock.
    public static final String SYSTEM = "system";

    /// The party whom the matter concerns, through a door of its own.
    public static final String PARTY = "party";

    /// The party who filed the matter, or whoever may act for them; not the other side.
    public static final String FILER = "filer";

    /// Stands in place of a parameter where there is no end to the time.
    static final String ANY_TIME = "";

    /// The parameter that says until when a matter may be opened again; none where it is at any time.
    public Optional<String> windowParameter() {
        return window.filter(name -> !name.equals(ANY_TIME));
    }

    /// Whether it is no role of an officer's.
    static boolean outside(String role) {
        return role.equals(SYSTEM) || role.equals(PARTY) || role.equals(FILER);
    }

    /// When a limit begins to run.
    public enum Clock {
        /// From entering a stage the move can be made from.
        ENTERING,
        /// From a day the law names, which an earlier act stated.
        EVENT
    }

    /// Whose a limit is.
    public enum Whose {
        /// The matter's: it runs on, whoever handles it.
        MATTER,
        /// The office's: it begins anew for each office that receives the matter, from that moment.
        OFFICE,
        /// As the office's; the parameter's name is followed by that of the office's level.
        LEVEL
    }

    /// Begins a move.
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <S extends Enum<S>> Step<S> from(S first, S... others) {
        return new Step<>(
                EnumSet.of(first, others),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Clock.ENTERING,
                Whose.MATTER,
                false,
                false,
                Optional.empty(),
                false,
                1,
                Integer.MAX_VALUE);
    }

    /// Leads to a stage.
    public Step<S> to(S stage) {
        return new Step<>(
                from, Optional.of(stage), by, within, clock, whose, danger, runsOn, window, afterwards, since, until);
    }

    /// May be made by these roles.
    public Step<S> by(String... roles) {
        var all = new LinkedHashSet<>(List.of(roles));
        return new Step<>(
                from, to, Set.copyOf(all), within, clock, whose, danger, runsOn, window, afterwards, since, until);
    }

    /// Is to be made within this parameter from entering the stage.
    public Step<S> within(String parameter) {
        return new Step<>(
                from,
                to,
                by,
                Optional.of(parameter),
                Clock.ENTERING,
                whose,
                danger,
                runsOn,
                window,
                afterwards,
                since,
                until);
    }

    /// Is to be made within this parameter from a day that an earlier act states by [Moved#runs].
    public Step<S> withinOf(String parameter) {
        return new Step<>(
                from,
                to,
                by,
                Optional.of(parameter),
                Clock.EVENT,
                whose,
                danger,
                runsOn,
                window,
                afterwards,
                since,
                until);
    }

    /// Each office that receives the matter has its own limit.
    public Step<S> eachOffice() {
        return new Step<>(from, to, by, within, clock, Whose.OFFICE, danger, runsOn, window, afterwards, since, until);
    }

    /// Each office that receives the matter has its own limit, as long as its level says.
    public Step<S> eachLevel() {
        return new Step<>(from, to, by, within, clock, Whose.LEVEL, danger, runsOn, window, afterwards, since, until);
    }

    /// There is no way back; screens ask twice.
    public Step<S> noWayBack() {
        return new Step<>(from, to, by, within, clock, whose, true, runsOn, window, afterwards, since, until);
    }

    /// Is made also while the matter is suspended, and its limit runs on meanwhile: what keeps people safe, what
    /// the law gives a time for, what a party decides alone. If it leads elsewhere, the suspension is over.
    public Step<S> evenSuspended() {
        return new Step<>(from, to, by, within, clock, whose, danger, true, window, afterwards, since, until);
    }

    /// Opens a matter again that has ended, as long after its end as this parameter says.
    public Step<S> reopens(String parameter) {
        return new Step<>(
                from, to, by, within, clock, whose, danger, runsOn, Optional.of(parameter), afterwards, since, until);
    }

    /// Opens a matter again that has ended, whenever that was: where a law gives a right and no time for it.
    public Step<S> reopensAnyTime() {
        return reopens(ANY_TIME);
    }

    /// May also be made once the matter has ended, from those of its stages that are ends: what others decide
    /// comes when it comes. The stage stays, and no limit runs for it there.
    public Step<S> alsoAfterEnd() {
        return new Step<>(from, to, by, within, clock, whose, danger, runsOn, window, true, since, until);
    }

    /// Exists from this version of the lifecycle on.
    public Step<S> since(int version) {
        return new Step<>(from, to, by, within, clock, whose, danger, runsOn, window, afterwards, version, until);
    }

    /// Exists up to this version of the lifecycle.
    public Step<S> until(int version) {
        return new Step<>(from, to, by, within, clock, whose, danger, runsOn, window, afterwards, since, version);
    }

    /// Whether each office that receives the matter has its own limit.
    boolean perOffice() {
        return whose != Whose.MATTER;
    }

    /// Whether its length goes by the level.
    public boolean perLevel() {
        return whose == Whose.LEVEL;
    }

    boolean in(int version) {
        return since <= version && version <= until;
    }
}
