package org.maplebridge.launch.demo.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maplebridge.launch.demo.life.Beat.Said;
import org.maplebridge.launch.demo.life.Beat.Who;
import org.maplebridge.launch.demo.life.Story.To;

/// What is done about a story from its registration on, move by move. Minutes between moves; a day has 1,440.
final class Script {

    static final int HOUR = 60;
    static final int DAY = 24 * HOUR;
    private static final Who ANYBODY = new Who.Office(List.of(
            LifePeople.MEDIATOR,
            "disputes.department",
            "disputes.police",
            LifePeople.DISPATCHER,
            "disputes.grid-worker"));
    private static final Who DESK =
            new Who.Office(List.of(LifePeople.DISPATCHER, LifePeople.MEDIATOR, "disputes.grid-worker"));
    private static final Who NOT_THE_DESK = new Who.Office(
            List.of(LifePeople.MEDIATOR, "disputes.department", "disputes.police", "disputes.grid-worker"));
    static final Who MEDIATOR = new Who.Office(List.of(LifePeople.MEDIATOR, "disputes.department", "disputes.police"));
    private static final Who CLERK = new Who.Office(List.of("disputes.clerk", LifePeople.DISPATCHER));
    private static final Who POLICE = new Who.Office(List.of("disputes.police"));
    private static final Who FILER = new Who.Filer();

    private final Story story;
    private final List<Beat> beats = new ArrayList<>();

    /// Whoever has handled it can't ask how it was: where the desk will, it keeps out.
    final Who anybody;

    private Script(Story story) {
        this.story = story;
        this.anybody = story.byCode() ? ANYBODY : NOT_THE_DESK;
    }

    static List<Beat> of(Story story) {
        var script = new Script(story);
        script.write();
        return List.copyOf(script.beats);
    }

    private void write() {
        var desk = story.byCode() ? DESK : NOT_THE_DESK;
        add("register", desk, 20, 150, Forms::registered);
        add("route", desk, 10, 60, moment -> Forms.routed(moment, story.to()));
        switch (story.plot()) {
            case HELPED -> helped();
            case INSTALMENTS -> instalments();
            case CONFIRMED -> confirmed();
            case FAILED -> failed();
            case WITHDRAWN -> withdrawn();
            case DIVERTED -> diverted();
            case RETURNED -> returned();
            case ESCALATED -> escalated();
            case TRANSFERRED -> transferred();
            case LEFT -> left();
            case DANGER -> danger();
            case BROKEN -> broken();
            case REOPENED -> reopened();
            case JOINT -> FurtherScript.joint(this);
            case VISITED -> FurtherScript.visited(this);
            case GUIDED -> FurtherScript.guided(this);
            case STATIONED -> FurtherScript.stationed(this);
            case DELAYED -> FurtherScript.delayed(this);
            case NAMELESS -> nameless();
            case SAME_WORDS -> sameWords();
            case HASTY -> hasty();
            case FOR_THEM -> forThem();
        }
    }

    void add(String verb, Who who, int least, int most, Said said) {
        beats.add(new Beat(verb, who, least, most, said));
    }

    void accepted() {
        add("accept", anybody, 10, 80, Forms::nothing);
        if (story.channel() == Story.Channel.PETITION) {
            add("tell-petitioner", anybody, HOUR, DAY, Forms::toldBy);
        }
    }

    void begun() {
        add("begin", MEDIATOR, 10 * HOUR, 2 * DAY, Forms::begun);
    }

    void agreed(Said agreement) {
        add("agree", MEDIATOR, DAY, 5 * DAY, agreement);
        add("perform", anybody, 30, 4 * HOUR, Forms::nothing);
    }

    void kept() {
        add("performed", anybody, DAY, 4 * DAY, moment -> Forms.performed(moment, "FULL", 0));
    }

    /// The person says what they think, the sender is told, and it is closed.
    void over() {
        if (story.byCode()) {
            add("evaluate", FILER, 2 * HOUR, 3 * DAY, moment -> Forms.evaluated(moment, true));
        } else {
            if (story.no() % 3 == 0) {
                add("call-back", CLERK, 2 * HOUR, DAY, Forms::notReached);
            }
            add("evaluate", CLERK, 2 * HOUR, 2 * DAY, moment -> Forms.evaluated(moment, false));
        }
        closed();
    }

    private void closed() {
        switch (story.channel()) {
            case POLICE -> add("report-police", anybody, HOUR, DAY, Forms::reported);
            case COURT -> add("report-court", anybody, HOUR, DAY, Forms::reported);
            case PETITION -> add("report-petition", anybody, HOUR, DAY, Forms::reported);
            case PRISON -> add("report-prison", anybody, HOUR, DAY, Forms::reported);
            case ONLINE, VISIT, HOTLINE, PATROL -> {}
        }
        add("close", anybody, 2 * HOUR, 2 * DAY, Forms::closed);
    }

    private void settled() {
        begun();
        agreed(Forms::agreed);
        kept();
        over();
    }

    private void helped() {
        accepted();
        settled();
    }

    private void instalments() {
        accepted();
        begun();
        agreed(Forms::agreedInParts);
        add("performed", anybody, 5 * DAY, 6 * DAY, moment -> Forms.performed(moment, "PART", Forms.part(story)));
        add("performed", anybody, 6 * DAY, 7 * DAY, moment -> Forms.performed(moment, "PART", Forms.part(story)));
        add("performed", anybody, 6 * DAY, 7 * DAY, moment -> Forms.performed(moment, "FULL", Forms.part(story)));
        over();
    }

    private void confirmed() {
        accepted();
        begun();
        agreed(Forms::agreed);
        var who = new Who.Office(List.of(LifePeople.MEDIATOR, LifePeople.DISPATCHER));
        add("confirm", who, DAY, 3 * DAY, Forms::confirmed);
        kept();
        over();
        add("ruled", who, 3 * DAY, 8 * DAY, Forms::ruled);
        if (Forms.dismissed(story)) {
            add("mediate-after", MEDIATOR, DAY, 3 * DAY, moment -> FurtherForms.mediatedAfter());
            agreed(Forms::agreed);
            kept();
            over();
        }
    }

    private void failed() {
        accepted();
        begun();
        add("fail", MEDIATOR, 2 * DAY, 6 * DAY, moment -> Forms.failed("NO_CONSENSUS"));
        over();
    }

    private void withdrawn() {
        accepted();
        begun();
        add("withdraw", FILER, DAY, 3 * DAY, moment -> Map.of("reason", "我们自己说好了，不用办了。"));
        over();
    }

    private void diverted() {
        accepted();
        add("divert", anybody, 5 * HOUR, 2 * DAY, Forms::diverted);
    }

    private void returned() {
        add("return", MEDIATOR, HOUR, 3 * HOUR, moment -> Map.of("reason", "演示：属于房屋质量，本镇没有这项职权，请县里改派。"));
        add(
                "transfer",
                new Who.Office(List.of(LifePeople.DISPATCHER)),
                HOUR,
                5 * HOUR,
                moment -> Map.of("agency", moment.office(To.DEPARTMENT), "reason", "演示：主管部门有职权。"));
        accepted();
        settled();
    }

    private void transferred() {
        add(
                "transfer",
                new Who.Office(List.of(LifePeople.DISPATCHER)),
                30,
                2 * HOUR,
                moment -> Map.of("agency", moment.office(To.VILLAGE), "reason", "演示：村里熟悉情况，就近先调。"));
        accepted();
        settled();
    }

    private void escalated() {
        accepted();
        begun();
        add("upgrade", MEDIATOR, 2 * DAY, 4 * DAY, moment -> Map.of("reason", "演示：上门调了三次，分歧大，请上级出面。"));
        agreed(Forms::agreed);
        kept();
        over();
    }

    private void left() {
        add("accept", anybody, 11 * DAY, 15 * DAY, Forms::nothing);
        settled();
    }

    private void danger() {
        add("accept", POLICE, 10, 40, Forms::nothing);
        add("respond", POLICE, 10, 50, moment -> Map.of("how", "POLICE", "note", "演示：已上门，双方分开，情绪稳定。"));
        add("report-danger", POLICE, 5, 20, FurtherForms::reported);
        add("clear", POLICE, DAY, 2 * DAY, moment -> Map.of("reason", "演示：当面训诫，本人写了保证，回访两次没有再犯。"));
        settled();
    }

    private void broken() {
        accepted();
        begun();
        agreed(Forms::agreed);
        add("performed", anybody, 11 * DAY, 12 * DAY, moment -> Forms.performed(moment, "BROKEN", 0));
        over();
    }

    private void reopened() {
        accepted();
        settled();
        add("reopen", FILER, 3 * DAY, 6 * DAY, moment -> Forms.reopened("NOT_PERFORMED", "演示：说好的做了一半又停下了。"));
        settled();
    }

    private void nameless() {
        accepted();
        begun();
        add("fail", MEDIATOR, 2 * DAY, 4 * DAY, moment -> Forms.failed("ABSENT"));
        add("exempt", CLERK, 2 * HOUR, DAY, moment -> Forms.exempt("ANONYMOUS"));
        closed();
    }

    private void sameWords() {
        accepted();
        add("begin", MEDIATOR, HOUR, 3 * HOUR, Forms::begun);
        add("agree", MEDIATOR, HOUR, 2 * HOUR, Forms::copied);
        add("perform", anybody, 10, 20, Forms::nothing);
        add("performed", anybody, 5 * HOUR, DAY, moment -> Forms.performed(moment, "FULL", 0));
        add("evaluate", CLERK, 10, 30, moment -> Forms.praised());
        closed();
        if (story.no() % 2 == 0) {
            add("reopen", FILER, 4 * DAY, 8 * DAY, moment -> Forms.reopened("WRONGLY_CLOSED", "演示：没有人来调过，事情还在。"));
        }
    }

    private void hasty() {
        add("accept", anybody, 10, 20, Forms::nothing);
        add("begin", MEDIATOR, 3, 6, Forms::begun);
        add("agree", MEDIATOR, 3, 6, Forms::agreed);
        add("perform", anybody, 2, 4, Forms::nothing);
        add("performed", anybody, 2, 4, moment -> Forms.performed(moment, "FULL", 0));
        add("evaluate", CLERK, 2, 4, moment -> Forms.praised());
        add("close", anybody, 2, 4, Forms::closed);
    }

    private void forThem() {
        accepted();
        begun();
        add("withdraw", MEDIATOR, 2 * HOUR, DAY, moment -> Map.of("reason", "说是不用管了"));
        add("exempt", MEDIATOR, 10, 40, moment -> Forms.exempt("DECLINED"));
        closed();
    }
}
