package org.maplebridge.scenes.requests;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.PartyRequest;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.people.Persona;

/// The verbs of a request.
@Scene(value = RequestsLifecycle.class, openedBy = RequestsLifecycle.OFFICER)
class Requests implements SceneView {

    private final RequestsStore store;
    private final RequestsView view;

    Requests(RequestsStore store, RequestsView view) {
        this.store = store;
        this.view = view;
    }

    record Open(
            @Ask("请求什么") PartyRequest.Kind kind,

            @Ask(value = "说说情况", why = "不针对哪一件事的请求在这里记；针对某一件的，到那一件里“提出请求”", kind = Kind.LONG_TEXT, most = 1000)
            String words,

            @Ask(value = "谁提出的", kind = Kind.PERSON, most = 60)
            String name,

            @Ask(value = "电话", kind = Kind.PHONE) Optional<String> phone) {}

    /// Somebody comes to the counter; what they ask is not about one matter.
    Verdict open(Act act, Open said) {
        var office = act.actor().agency().flatMap(act.offices()::agency);
        if (office.isEmpty()) {
            return Verdict.blocked("您现在没有岗位，不能登记。", "requests.office", "本地默认");
        }
        store.ask(act.id(), said.kind(), said.words(), Optional.empty());
        return Verdict.moved()
                .title(said.kind().title())
                .category(said.kind().name())
                .area(office.get().area())
                .agency(office.get().id())
                .party(PartyRequest.ASKER, Persona.Draft.named(said.name(), said.phone()));
    }

    /// A party asks in a matter of theirs.
    Verdict asked(Act act, PartyRequest said) {
        var office = RequestsRules.office(act.offices(), said);
        if (office.isEmpty()) {
            return Verdict.blocked("没有处理这类请求的岗位。请直接找承办单位，或者打 12345 反映。", "requests.office", "个人信息保护法第五十条");
        }
        store.ask(act.id(), said.kind(), said.words(), Optional.of(said.matter()));
        return Verdict.moved()
                .title(said.kind().title())
                .category(said.kind().name())
                .area(RequestsRules.against(said) ? office.get().area() : said.area())
                .agency(office.get().id());
    }

    record Grant(
            @Ask(value = "怎么办的", why = "提出请求的人看得到。改了什么、给了什么、删了什么、谁回避", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String done) {}

    Verdict grant(Act act, Grant said) {
        store.decide(act.id(), said.done(), Optional.empty());
        return Verdict.moved();
    }

    record Refuse(
            @Ask(value = "为什么不办", why = "提出请求的人看得到；拒绝要说明理由（个人信息保护法第五十条）", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason,

            @Ask(value = "依据的条文", example = "个人信息保护法第四十七条第二款", most = 200)
            String article) {}

    Verdict refuse(Act act, Refuse said) {
        store.decide(act.id(), said.reason(), Optional.of(said.article()));
        return Verdict.moved();
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
