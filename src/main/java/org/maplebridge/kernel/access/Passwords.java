package org.maplebridge.kernel.access;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords as Argon2id hashes. A name nobody has costs as much time as a wrong password.
@Component
final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int AT_ONCE = 4;
    private static final long PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder argon = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobodys = argon.encode("no account has this password");
    /// Each hash takes 16 MB and a core: a flood of sign-ins must not take the machine.
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /// Why somebody can't have this password, in Chinese; empty if they can.
    static Optional<String> fault(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("密码用 10 到 128 个字符。");
        }
        return password.equals(login) ? Optional.of("密码不能与用户名相同。") : Optional.empty();
    }

    String hash(String password) {
        return inTurn(() -> argon.encode(password));
    }

    /// Whether the password fits; with no hash, as slow as with one.
    boolean fits(String password, Optional<String> hash) {
        boolean equal = inTurn(() -> argon.matches(password, hash.orElse(nobodys)));
        return equal && hash.isPresent();
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Refused(
                        Problem.of(503, "busy", "登录的人太多", "系统正忙，暂时没有轮到。").withNext("稍后再登录。"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Problem.of(503, "busy", "系统正在停止", "登录没有完成。").withNext("稍后再登录。"));
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
