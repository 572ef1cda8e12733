package org.maplebridge.scenes.reviews;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Referral;
import org.maplebridge.kernel.matters.Scene;
import org.maplebridge.kernel.matters.SceneView;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.kernel.sampling.Samples;
import org.maplebridge.scenes.reviews.Review.Defect;

/// The verbs of a review.
@Scene(value = ReviewsLifecycle.class, domain = "reviews", openedBy = ReviewsLifecycle.REVIEWER)
class Reviews implements SceneView {

    private static final String LOCAL = "本地默认";

    private final ReviewsOpening opening;
    private final ReviewsChecking checking;
    private final ReviewsStore store;
    private final ReviewsView view;
    private final Samples samples;

    Reviews(ReviewsOpening opening, ReviewsChecking checking, ReviewsStore store, ReviewsView view, Samples samples) {
        this.opening = opening;
        this.checking = checking;
        this.store = store;
        this.view = view;
        this.samples = samples;
    }

    record Open(
            @Ask(value = "事项编号", why = "事项页面标题下的十位编号；要已经办结", most = 20)
            String code,

            @Ask(value = "为什么评查", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    Verdict open(Act act, Open said) {
        return opening.asked(act, said);
    }

    Verdict referred(Act act, Referral said) {
        return opening.referred(act, said);
    }

    record Check(
            @Ask(value = "检查单已经逐项查完", why = "交出以后不能再改；第二位查完以前，谁也看不到")
            boolean done) {}

    Verdict check(Act act, Check said) {
        return done(said.done(), act, "check", review -> checking.first(act, review));
    }

    record SecondCheck(
            @Ask(value = "检查单已经逐项查完", why = "交出以后，才看得到第一位查的")
            boolean done) {}

    Verdict secondCheck(Act act, SecondCheck said) {
        return done(said.done(), act, "second-check", review -> checking.second(act, review));
    }

    record Concur(@Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict concur(Act act, Concur said) {
        return allowed(act, "concur", review -> checking.agree(act));
    }

    record Arbitrate(
            @Ask(value = "不一致的各项已经逐项裁定", why = "在检查单上写明每一项怎么定、为什么")
            boolean done) {}

    Verdict arbitrate(Act act, Arbitrate said) {
        return done(said.done(), act, "arbitrate", review -> checking.arbitrate(act, review));
    }

    record FindDefects(
            @Ask(value = "要承办单位怎么改", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String advice) {}

    /// From here on it lies with the office that handled the file.
    Verdict findDefects(Act act, FindDefects said) {
        return allowed(act, "find-defects", review -> {
            var handling = review.subject().handling();
            if (standing(review).isEmpty()) {
                return blocked("没有认定任何问题，选“没有问题”。", "reviews.defects", LOCAL);
            }
            if (handling.isEmpty()) {
                return blocked("被评查件没有承办单位，无处整改。", "reviews.handling", LOCAL);
            }
            store.concluded(
                    act.id(), act.today(), act.matter().office().agency().orElse(review.office()));
            return moved().agency(handling.get());
        });
    }

    record Pass(@Ask(value = "说明", most = 500) Optional<String> note) {}

    Verdict pass(Act act, Pass said) {
        return allowed(act, "pass", review -> {
            if (!standing(review).isEmpty()) {
                return blocked("已经认定有问题，要告知承办单位。", "reviews.defects", LOCAL);
            }
            store.concluded(
                    act.id(), act.today(), act.matter().office().agency().orElse(review.office()));
            return moved();
        });
    }

    record Contest(
            @Ask(value = "为什么不同意", why = "逐项说明，可以先“添加材料”", kind = Kind.LONG_TEXT, least = 4, most = 2000)
            String reason) {}

    Verdict contest(Act act, Contest said) {
        return allowed(act, "contest", review -> {
            store.objected(act.id(), act.actor().person(), said.reason());
            return moved().agency(review.office());
        });
    }

    record TakeUp(@Ask(value = "打算怎么改", most = 500) Optional<String> note) {}

    Verdict takeUp(Act act, TakeUp said) {
        return allowed(act, "take-up", review -> moved());
    }

    record Uphold(
            @Ask(value = "为什么成立", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict uphold(Act act, Uphold said) {
        return allowed(act, "uphold", review -> {
            store.decided(act.id(), act.actor().person(), said.reason());
            store.strike(
                    act.id(), standing(review).stream().map(Defect::question).toList());
            return moved();
        });
    }

    record Decide(
            @Ask(value = "撤销哪几项", why = "写检查项的编号，用顿号隔开；都维持的不写", most = 200)
            Optional<String> struck,

            @Ask(value = "理由", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict decide(Act act, Decide said) {
        return allowed(act, "decide", review -> {
            var named = said.struck().stream()
                    .flatMap(text -> Arrays.stream(text.split("[、,，\\s]+")))
                    .filter(code -> !code.isBlank())
                    .toList();
            var left = standing(review).stream().map(Defect::question).toList();
            var unknown = named.stream().filter(code -> !left.contains(code)).toList();
            if (!unknown.isEmpty()) {
                return invalid("struck", "没有认定过这一项：" + String.join("、", unknown) + "。", "reviews.struck");
            }
            if (named.containsAll(left)) {
                return invalid("struck", "全部撤销的，选“申辩成立”。", "reviews.struck");
            }
            store.decided(act.id(), act.actor().person(), said.reason());
            store.strike(act.id(), named);
            return moved().agency(review.subject().handling().orElseThrow());
        });
    }

    record Rectify(
            @Ask(value = "每个问题怎么改的", kind = Kind.LONG_TEXT, least = 4, most = 2000)
            String done) {}

    Verdict rectify(Act act, Rectify said) {
        return allowed(act, "rectify", review -> {
            store.rectified(act.id(), act.actor().person(), said.done());
            return moved().agency(review.office());
        });
    }

    record SendBack(
            @Ask(value = "还差什么", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String reason) {}

    Verdict sendBack(Act act, SendBack said) {
        return allowed(
                act,
                "send-back",
                review -> moved().agency(review.subject().handling().orElseThrow()));
    }

    record SignOff(
            @Ask(value = "核对了什么", kind = Kind.LONG_TEXT, least = 4, most = 1000)
            String seen) {}

    Verdict signOff(Act act, SignOff said) {
        return allowed(act, "sign-off", review -> {
            store.confirmed(act.id(), act.actor().person(), said.seen());
            return moved();
        });
    }

    record SetAside(
            @Ask(value = "为什么不评查", kind = Kind.LONG_TEXT, least = 4, most = 500)
            String reason) {}

    /// The next one in the order of the sample takes its place.
    Verdict setAside(Act act, SetAside said) {
        return allowed(act, "set-aside", review -> {
            var plan = review.plan();
            boolean replaced =
                    plan.isEmpty() || samples.drop(plan.get(), review.subject().matter(), said.reason());
            return replaced ? moved() : blocked("您看不到被评查的这件，请看得到的评查员来办。", "reviews.unseen", LOCAL);
        });
    }

    private List<Defect> standing(Review review) {
        return store.defects(review.id()).stream()
                .filter(defect -> !defect.struck())
                .toList();
    }

    private Verdict done(boolean done, Act act, String verb, Function<Review, Verdict> then) {
        return done ? allowed(act, verb, then) : invalid("done", "查完了再交。", "reviews.done");
    }

    private Verdict allowed(Act act, String verb, Function<Review, Verdict> then) {
        var review = store.find(act.id()).orElseThrow();
        return ReviewsRules.barred(review, act.actor().person(), verb).orElseGet(() -> then.apply(review));
    }

    @Override
    public Optional<Verdict> bars(UUID matter, UUID person, String verb) {
        return store.find(matter).flatMap(review -> ReviewsRules.barred(review, person, verb));
    }

    @Override
    public Shown shown(UUID matter) {
        return view.shown(matter);
    }
}
