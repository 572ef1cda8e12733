package org.maplebridge.kernel.access;

import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Work;
import org.springframework.stereotype.Component;

/// The second step of signing in: a one-time code, or a recovery code in its place.
@Component
final class SecondStep {

    private final CodeStore store;
    private final CodeSecrets secrets;

    SecondStep(CodeStore store, CodeSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /// How the second step went.
    enum Outcome {
        /// The account has no codes.
        NOT_ASKED,
        /// A code is needed and none was given.
        MISSING,
        /// Not the code of now, or one that was used before.
        WRONG,
        /// A code of the app; it is used up.
        RIGHT,
        /// A recovery code; it is used up.
        RECOVERED;

        boolean passed() {
            return this != MISSING && this != WRONG;
        }
    }

    Outcome take(Work work, UUID account, Optional<String> said) {
        var kept = store.of(account).filter(CodeStore.Kept::confirmed);
        if (kept.isEmpty()) {
            return Outcome.NOT_ASKED;
        }
        var code = said.map(String::strip).filter(text -> !text.isEmpty());
        if (code.isEmpty()) {
            return Outcome.MISSING;
        }
        if (fits(work, account, kept.get(), code.get(), false)) {
            return Outcome.RIGHT;
        }
        boolean recovered = RecoveryCodes.read(account, code.get())
                .map(hash -> store.useRecovery(account, hash))
                .orElse(false);
        return recovered ? Outcome.RECOVERED : Outcome.WRONG;
    }

    /// Whether the first code of a new secret is right; from then on it counts.
    boolean confirm(Work work, UUID account, String said) {
        var kept = store.of(account).filter(found -> !found.confirmed());
        return kept.isPresent() && fits(work, account, kept.get(), said.strip(), true);
    }

    private boolean fits(Work work, UUID account, CodeStore.Kept kept, String said, boolean confirms) {
        var digits = said.replace(" ", "");
        var step = OneTimeCode.matching(secrets.open(account, kept.secret()), digits, work.now(), kept.lastStep());
        return step.isPresent() && store.useStep(account, step.getAsLong(), confirms);
    }

    /// Only whoever gave the right password ever reads this: it says nothing about accounts to others.
    static Refused asked() {
        return new Refused(Problem.of(401, "otp", "还差一步", "请输入验证器 App 上的 6 位动态口令，或一个恢复码。")
                .withRule("access.otp")
                .withNext("打开手机上的验证器 App 查看；手机不在身边时用恢复码。"));
    }

    static Refused wrong() {
        return new Refused(Problem.of(401, "otp", "动态口令不对", "口令不对、已过期或已经用过一次。")
                .withRule("access.otp")
                .withNext("等 App 上换出下一个口令再试；手机时间要准。手机丢了用恢复码，恢复码也没有就请本单位管理员重置。"));
    }
}
