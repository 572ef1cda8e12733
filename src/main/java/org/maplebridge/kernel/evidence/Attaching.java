package org.maplebridge.kernel.evidence;

import java.util.Optional;
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

    @Override
    public Verdict done(Act act, Attached said) {
        var principal = act.actor().scope().principal();
        var upload = uploads.arrived(act.id(), said.sha256(), principal);
        if (upload.isEmpty()) {
            return Verdict.invalid("sha256", "这份文件还没有传完，或者是别人传的。请先上传。", "evidence.arrived");
        }
        var held = files.of(act.id());
        var same = held.stream()
                .filter(each ->
                        each.sha256().equals(said.sha256()) && each.withdrawn().isEmpty())
                .findFirst();
        if (same.isPresent()) {
            return Verdict.invalid("sha256", "同样的文件已经是第 " + same.get().no() + " 份材料。", "evidence.same");
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
        boolean unknown = said.copyOf()
                .filter(no -> held.stream().noneMatch(each -> each.no() == no))
                .isPresent();
        if (unknown) {
            return Verdict.invalid("copyOf", "本件没有第 " + said.copyOf().orElse(0) + " 份材料。", "evidence.copy");
        }
        files.add(act, held.size() + 1, upload.get(), said, party);
        return Verdict.moved();
    }
}
