package org.maplebridge.scenes.assists;

import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;

/// The verbs of a part. It is opened by asking for it in another matter, never by itself.
@Scene(AssistsLifecycle.class)
class Assists implements SceneView {

    private final AssistsStore store;

    Assists(AssistsStore store) {
        this.store = store;
    }

    Verdict referred(Act act, Referral said) {
        var office = said.agency().flatMap(act.offices()::agency);
        if (office.isEmpty()) {
            return invalid("agency", "请选请哪个单位。", "assists.agency");
        }
        store.ask(act.id(), said.matter(), said.reason());
        return moved().title("联调：" + said.title())
                .area(said.area())
                .agency(office.get().id());
    }

    record Take(@Ask(value = "谁参加、怎样联系", most = 200) Optional<String> who) {}

    Verdict take(Act act, Take said) {
        store.take(act.id(), said.who());
        return moved();
    }

    record DonePart(
            @Ask(value = "做了什么、有什么意见", why = "主办单位看得到", kind = Kind.LONG_TEXT, least = 4, most = 2000)
            String outcome,

            @Ask("哪一天") LocalDate day) {}

    Verdict donePart(Act act, DonePart said) {
        if (said.day().isAfter(act.today())) {
            return invalid("day", "不能晚于今天。", "assists.day");
        }
        store.finish(act.id(), said.outcome(), said.day());
        return moved();
    }

    record Decline(
            @Ask(value = "为什么不参加", why = "主办单位看得到；主办不再需要的，也在这里写", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict decline(Act act, Decline said) {
        store.finish(act.id(), said.reason(), act.today());
        return moved();
    }

    record Lapse(@Ask(value = "为什么不用办了", most = 200) String reason) {}

    Verdict lapse(Act act, Lapse said) {
        store.finish(act.id(), said.reason(), act.today());
        return moved();
    }

    @Override
    public Shown shown(UUID matter) {
        var part = store.find(matter);
        var lines = new ArrayList<Line>();
        lines.add(new Line("请做什么", part.what(), "longText"));
        part.who().ifPresent(who -> lines.add(Line.text("谁参加", who)));
        part.outcome().ifPresent(outcome -> lines.add(new Line("结果", outcome, "longText")));
        part.day().ifPresent(day -> lines.add(new Line("日期", day.toString(), "date")));
        return new Shown(Optional.empty(), List.of(new Section("任务", lines)), List.of());
    }
}
