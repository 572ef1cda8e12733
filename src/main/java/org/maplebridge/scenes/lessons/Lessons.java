package org.maplebridge.scenes.lessons;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;

/// The verbs of a lesson. The counts are the system's, what they mean is a person's, whether a rule comes of it is the
/// department's.
@Scene(value = LessonsLifecycle.class, openedBy = LessonsLifecycle.ANALYST)
class Lessons implements SceneView {

    private static final String LOCAL = "本地默认";

    private final LessonsOpening opening;
    private final LessonsStore store;
    private final LessonsNames names;
    private final LessonsView view;

    Lessons(LessonsOpening opening, LessonsStore store, LessonsNames names, LessonsView view) {
        this.opening = opening;
        this.store = store;
        this.names = names;
        this.view = view;
    }

    enum Reply {
        ADOPTED,
        NOT_ADOPTED
    }

    record Open(
            @Ask(value = "哪里", why = "选到乡镇（街道）或者县（市、区）", kind = Kind.AREA)
            String area,

            @Ask(value = "哪一类", why = "写类别的名称", example = "物业", most = 30)
            String category,

            @Ask(value = "哪个季度", why = "填季度里的任意一天；本季度或者以前的") LocalDate day,

            @Ask(value = "为什么分析", why = "件数不够的必须写", kind = Kind.LONG_TEXT, least = 4, most = 500)
            Optional<String> reason) {}

    Verdict open(Act act, Open said) {
        return opening.open(act, said);
    }

    record Edit(
            @Ask(value = "共性原因", why = "不写当事人的姓名、电话和证件号码", kind = Kind.LONG_TEXT, least = 4, most = 3000)
            String causes,

            @Ask(
                    value = "涉及主体",
                    why = "写哪一类人、哪一类单位，不写当事人",
                    example = "物业服务企业、业主委员会",
                    kind = Kind.LONG_TEXT,
                    least = 2,
                    most = 1000)
            String subjects,

            @Ask(value = "建议制度", why = "建议定什么规矩、改什么做法", kind = Kind.LONG_TEXT, least = 4, most = 3000)
            String proposal) {}

    Verdict edit(Act act, Edit said) {
        var named = names.of(store.find(act.id()));
        return LessonsRules.nameless("causes", said.causes(), named)
                .or(() -> LessonsRules.nameless("subjects", said.subjects(), named))
                .or(() -> LessonsRules.nameless("proposal", said.proposal(), named))
                .orElseGet(() -> {
                    store.edit(act.id(), new Lesson.Finding(said.causes(), said.subjects(), said.proposal()));
                    return moved();
                });
    }

    record Issue(
            @Ask(value = "交给哪个部门", why = "由它答复采纳不采纳", kind = Kind.AGENCY)
            UUID department) {}

    Verdict issue(Act act, Issue said) {
        if (store.find(act.id()).finding().isEmpty()) {
            return blocked("还没有写共性原因、涉及主体和建议制度，先“填写分析”。", "lessons.finding", LOCAL);
        }
        var department = act.offices().agency(said.department()).orElseThrow();
        if (!LessonsRules.has(act.offices(), department.id(), LessonsLifecycle.DEPARTMENT)) {
            return invalid("department", department.name() + "没有制度承办岗，请选别的部门，或者先设岗。", "lessons.department");
        }
        store.issue(act.id(), department.id(), department.name());
        return moved().agency(department.id()).runs(LessonsLifecycle.ANSWER, act.now());
    }

    record Drop(
            @Ask(value = "为什么不分析", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict drop(Act act, Drop said) {
        return LessonsRules.nameless("reason", said.reason(), names.of(store.find(act.id())))
                .orElseGet(() -> {
                    store.drop(act.id(), said.reason());
                    return moved();
                });
    }

    record Serve() {}

    Verdict serve(Act act, Serve said) {
        return moved();
    }

    record GiveBack(
            @Ask(value = "为什么不归本部门", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    /// The time for an answer begins anew with whom it is issued to next.
    Verdict giveBack(Act act, GiveBack said) {
        store.givenBack(act.id());
        return moved().agency(store.find(act.id()).supervising()).meets(LessonsLifecycle.ANSWER);
    }

    record Answer(
            @Ask("采纳不采纳") Reply reply,

            @Ask(value = "定了什么制度", why = "采纳的填：名称和文号", most = 200)
            Optional<String> rule,

            @Ask(value = "哪天起施行", why = "采纳的填；可以是将来的日子") Optional<LocalDate> inForce,

            @Ask(value = "说明", why = "采纳的写怎么落实，不采纳的写理由", kind = Kind.LONG_TEXT, least = 4, most = 3000)
            String words) {}

    Verdict answer(Act act, Answer said) {
        return answered(act, said);
    }

    record AnswerAgain(
            @Ask("采纳不采纳") Reply reply,

            @Ask(value = "定了什么制度", why = "采纳的填：名称和文号", most = 200)
            Optional<String> rule,

            @Ask(value = "哪天起施行", why = "采纳的填；可以是将来的日子") Optional<LocalDate> inForce,

            @Ask(value = "说明", why = "照退回的意见补充", kind = Kind.LONG_TEXT, least = 4, most = 3000)
            String words) {}

    Verdict answerAgain(Act act, AnswerAgain said) {
        return answered(act, new Answer(said.reply(), said.rule(), said.inForce(), said.words()));
    }

    private Verdict answered(Act act, Answer said) {
        boolean adopted = said.reply() == Reply.ADOPTED;
        var lesson = store.find(act.id());
        var named = names.of(lesson);
        return LessonsRules.answer(adopted, said.rule(), said.inForce())
                .or(() -> LessonsRules.nameless("words", said.words(), named))
                .or(() -> LessonsRules.nameless("rule", said.rule().orElse(""), named))
                .orElseGet(() -> {
                    store.answer(
                            act.id(),
                            new Lesson.Answer(
                                    act.today(), adopted, said.rule(), said.inForce(), said.words(), Optional.empty()));
                    return moved().agency(lesson.supervising());
                });
    }

    record SendBack(
            @Ask(value = "哪里不够", why = "部门看得到，照此重答；只能退回一次", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict sendBack(Act act, SendBack said) {
        var lesson = store.find(act.id());
        return LessonsRules.again(lesson, "send-back").orElseGet(() -> {
            store.sendBack(act.id(), said.reason());
            return moved().agency(lesson.charge().orElseThrow().department());
        });
    }

    record Press(
            @Ask(value = "督办要求", why = "部门看得到；督办以后的答复就是最后的答复", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict press(Act act, Press said) {
        var lesson = store.find(act.id());
        return LessonsRules.again(lesson, "press").orElseGet(() -> {
            store.press(act.id(), said.reason());
            return moved().agency(lesson.charge().orElseThrow().department());
        });
    }

    record Close(
            @Ask(value = "评判", why = "采纳的写是否对症；不采纳的写理由是否成立", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String words) {}

    Verdict close(Act act, Close said) {
        store.judge(act.id(), said.words());
        return moved();
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return LessonsRules.again(store.find(matter), verb);
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
