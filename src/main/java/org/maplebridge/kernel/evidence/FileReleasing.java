package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Shows the original of a file again to whoever sees the matter.
@Component
class FileReleasing implements SharedVerb<FileReleasing.Released> {

    private final FileStore files;

    FileReleasing(FileStore files) {
        this.files = files;
    }

    /// @param no its place among the files of the matter
    record Released(
            @Ask(value = "第几份材料", from = 1, to = 10000) int no,

            @Ask(value = "为什么原件可以给看", least = 4, most = 300, kind = Ask.Kind.LONG_TEXT)
            String reason) {}

    @Override
    public String name() {
        return "release-file";
    }

    @Override
    public String title() {
        return "原件恢复可看";
    }

    @Override
    public String hint() {
        return "解除“只给看遮盖件”";
    }

    @Override
    public Class<Released> said() {
        return Released.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public boolean afterEnd() {
        return true;
    }

    @Override
    public Verdict done(Act act, Released said) {
        boolean restricted = files.of(act.id()).stream()
                .anyMatch(each -> each.no() == said.no() && each.restricted().isPresent());
        if (!restricted) {
            return Verdict.invalid("no", "第 " + said.no() + " 份材料没有限制，不用恢复。", "evidence.restricted");
        }
        files.release(act, said.no());
        return Verdict.moved();
    }
}
