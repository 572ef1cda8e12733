package org.maplebridge.launch.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.access.Throttle;
import org.maplebridge.kernel.ground.Allowed;
import org.maplebridge.kernel.ground.Problem;
import org.maplebridge.kernel.ground.Refused;
import org.maplebridge.kernel.ground.Words;
import org.maplebridge.launch.Refusal;
import org.maplebridge.launch.TamperedCopy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// "Would anybody notice?", for the start page of a demo folder. The door is there in every folder, so that it is
/// described and knocked at like all others; without a demo nothing is behind it.
@RestController
class TamperDesk {

    private static final int PER_MINUTE = 6;
    private static final int LONGEST = 60;

    private final ObjectProvider<Tampering> tampering;
    private final Throttle throttle;

    TamperDesk(ObjectProvider<Tampering> tampering, Throttle throttle) {
        this.tampering = tampering;
        this.throttle = throttle;
    }

    /// @param matter its id, or its number as on the receipt
    record Tamper(Optional<String> matter) {}

    /// What was changed in the copy, as the database's superuser.
    ///
    /// @param entry its number in the matter's trail
    /// @param field the column of `trail.entry`
    /// @param statement what was sent to the database
    record Changed(int entry, String field, String before, String after, String statement) {}

    /// @param command what was run on the copy
    /// @param output every word it said
    /// @param status its exit status: 1 when something doesn't agree
    /// @param seconds from the copying to the end of the command
    record Tampered(Changed changed, String command, String output, int status, double seconds) {}

    @PostMapping("/api/demo/tamper")
    @Allowed(Allowed.Door.PUBLIC)
    Tampered tamper(@RequestBody Tamper said, HttpServletRequest request) {
        var copies = Optional.ofNullable(tampering.getIfAvailable()).orElseThrow(() -> Refused.notFound("页面"));
        OwnMachine.refuseOthers(request);
        throttle.spend("demo-tamper", "", PER_MINUTE);
        try {
            return told(copies.of(named(said)).orElseThrow(() -> Refused.notFound("事项")));
        } catch (Refusal refusal) {
            throw new Refused(problem(503, "tamper-failed", "副本没有做成", String.valueOf(refusal.getMessage()))
                    .withNext("原来的数据没有动过。稍后再试；一再这样时，看数据文件夹里的 logs。"));
        }
    }

    private static String named(Tamper said) {
        var named = said.matter().map(String::strip).orElse("");
        var fault = named.isEmpty() ? Optional.of("请写明是哪一件：编号，或查询码。") : Words.fault(named, LONGEST, false);
        fault.ifPresent(words -> {
            throw new Refused(Problem.fields(List.of(new Problem.Field("matter", words))));
        });
        return named;
    }

    private static Tampered told(TamperedCopy.Outcome outcome) {
        return switch (outcome) {
            case TamperedCopy.Outcome.Found found ->
                new Tampered(
                        changed(found.changed()),
                        found.command(),
                        found.output(),
                        found.status(),
                        Math.round(found.took().toMillis() / 100.0) / 10.0);
            case TamperedCopy.Outcome.Busy _ ->
                throw new Refused(problem(409, "tamper-busy", "正在试另一份", "已有一份副本正在篡改和核验，一次只做一份。")
                        .withNext("半分钟后再试。"));
            case TamperedCopy.Outcome.NoRoom room ->
                throw new Refused(problem(
                                507,
                                "tamper-room",
                                "磁盘放不下副本",
                                "副本连同余量要 " + room.neededMegabytes() + " MB，磁盘只剩 " + room.freeMegabytes() + " MB，没有开始。")
                        .withNext("清出空间后再试。"));
            case TamperedCopy.Outcome.Elsewhere _ ->
                throw new Refused(problem(409, "tamper-elsewhere", "这里试不了", "数据库不在数据文件夹里（MAPLEBRIDGE_DB_URL），不能替您复制它。")
                        .withNext("核验现有数据：./maplebridge verify。要试篡改，另开一个自带数据库的演示："
                                + "env -u MAPLEBRIDGE_DB_URL ./maplebridge up --demo --port 8180 --data 新文件夹"));
        };
    }

    private static Changed changed(TamperedCopy.Change change) {
        return new Changed(change.entry(), change.field(), change.before(), change.after(), change.statement());
    }

    private static Problem problem(int status, String kind, String title, String detail) {
        return Problem.of(status, kind, title, detail).withRule("demo." + kind);
    }
}
