package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Keeps the original of a file within the office that handles the matter: everybody else is given a masked copy.
/// Personal Information Protection Law (个人信息保护法) arts. 6, 51; Administrative Penalty Law (行政处罚法) art. 50.
@Component
class FileRestricting implements SharedVerb<FileRestricting.Restricted> {

    private final FileStore files;

    FileRestricting(FileStore files) {
        this.files = files;
    }

    /// @param no its place among the files of the matter
    record Restricted(
            @Ask(value = "第几份材料", from = 1, to = 10000) int no,

            @Ask(
                    value = "为什么只给看遮盖件",
                    why = "此后别的单位看到的是遮盖件，原件的文件名、证明什么和这里写的原因也不给看；没有遮盖件的，请接着添加一份",
                    example = "照片上有未成年人的脸",
                    least = 4,
                    most = 300,
                    kind = Ask.Kind.LONG_TEXT)
            String reason) {}

    @Override
    public String name() {
        return "restrict-file";
    }

    @Override
    public String title() {
        return "只给看遮盖件";
    }

    @Override
    public String hint() {
        return "原件只留给承办单位，别人看遮盖过的副本";
    }

    @Override
    public Class<Restricted> said() {
        return Restricted.class;
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
    public Verdict done(Act act, Restricted said) {
        var file = files.of(act.id()).stream()
                .filter(each -> each.no() == said.no())
                .findFirst();
        if (file.isEmpty()) {
            return Verdict.invalid("no", "本件没有第 " + said.no() + " 份材料。", "evidence.no");
        }
        if (file.get().copyOf().isPresent()) {
            return Verdict.invalid("no", "这一份本身就是遮盖副本。请填原件是第几份。", "evidence.restricted");
        }
        if (file.get().restricted().isPresent()) {
            return Verdict.invalid("no", "这一份已经只给看遮盖件。", "evidence.restricted");
        }
        files.restrict(act, said.no(), said.reason());
        return Verdict.moved();
    }
}
