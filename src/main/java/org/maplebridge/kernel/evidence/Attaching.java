package org.maplebridge.kernel.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.maplebridge.kernel.access.Actor;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Adds a file that has arrived whole to a matter.
@Component
class Attaching implements SharedVerb<Attached> {

    static final String NAME = "attach";

    private final FileStore files;
    private final UploadStore uploads;

    Attaching(FileStore files, UploadStore uploads) {
        this.files = files;
        this.uploads = uploads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "添加材料";
    }

    @Override
    public String hint() {
        return "文件封存保管，记下从哪来、证明什么";
    }

    @Override
    public Class<Attached> said() {
        return Attached.class;
    }

    @Override
    public By by() {
        return By.PARTIES_TOO;
    }

    /// A masked copy, and nothing else: an original may be restricted after the end as well.
    @Override
    public boolean officersAfterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, Attached said) {
        if (!act.matter().stage().open() && said.copyOf().isEmpty()) {
            return Verdict.invalid("copyOf", "这件事已经结束，只能补遮盖副本：请填是第几份材料的遮盖副本。", "evidence.after-end");
        }
        var sha256 = said.sha256().toLowerCase(Locale.ROOT);
        var held = files.of(act.id());
        var same = held.stream()
                .filter(each -> each.sha256().equals(sha256) && each.withdrawn().isEmpty())
                .findFirst();
        if (same.isPresent()) {
            return Verdict.invalid("sha256", "同样的文件已经是第 " + same.get().no() + " 份材料。", "evidence.same");
        }
        var upload = uploads.arrived(act.id(), sha256, act.actor().scope().principal());
        if (upload.isEmpty()) {
            return Verdict.invalid("sha256", "这份文件还没有传完，或者是别人传的。请先上传。", "evidence.arrived");
        }
        int most = act.number("evidence.most-files").whole();
        if (held.size() >= most) {
            return Verdict.blocked("一件事最多 " + most + " 份材料。", "evidence.most-files", "本地默认");
        }
        var party =
                Optional.of(act.actor().person()).filter(person -> act.actor().kind() == Actor.Kind.CITIZEN);
        int mostOfOne = act.number("evidence.most-by-party").whole();
        if (party.isPresent()
                && held.stream().filter(each -> each.party().equals(party)).count() >= mostOfOne) {
            return Verdict.blocked("您已经添加了 " + mostOfOne + " 份，网上不能再加。请把要紧的带到承办单位。", "evidence.most-by-party", "本地默认");
        }
        var miscopied = said.copyOf().flatMap(no -> miscopied(no, held, party));
        if (miscopied.isPresent()) {
            return Verdict.invalid("copyOf", miscopied.get(), "evidence.copy");
        }
        files.add(act, held.size() + 1, upload.get(), said, party);
        return Verdict.moved();
    }

    /// A masked copy stands in for its original before other offices: only those who handle the matter make one.
    private static Optional<String> miscopied(int no, List<FileStore.Kept> held, Optional<UUID> party) {
        if (party.isPresent()) {
            return Optional.of("遮盖副本由承办单位做，请去掉这一项，作为另一份材料添加。");
        }
        var original = held.stream().filter(each -> each.no() == no).findFirst();
        if (original.isEmpty()) {
            return Optional.of("本件没有第 " + no + " 份材料。");
        }
        return original.get().copyOf().map(first -> "第 " + no + " 份本身就是遮盖副本。请填原件是第几份（第 " + first + " 份）。");
    }
}
