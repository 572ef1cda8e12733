package org.maplebridge.kernel.evidence;

import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.SharedVerb;
import org.maplebridge.kernel.matters.Verdict;
import org.springframework.stereotype.Component;

/// Says that a file is not to be used any more. It stays, with the reason: evidence that was excluded is kept.
@Component
class FileWithdrawing implements SharedVerb<FileWithdrawing.Withdrawn> {

    private final FileStore files;

    FileWithdrawing(FileStore files) {
        this.files = files;
    }

    /// @param no its place among the files of the matter
    record Withdrawn(
            @Ask(value = "第几份材料", from = 1, to = 10000) int no,

            @Ask(value = "为什么不用", why = "材料和它的来历都留着，只是标明不用", least = 4, most = 500, kind = Ask.Kind.LONG_TEXT)
            String reason) {}

    @Override
    public String name() {
        return "withdraw-file";
    }

    @Override
    public String title() {
        return "材料作废";
    }

    @Override
    public String hint() {
        return "标明一份材料不用，材料本身留着";
    }

    @Override
    public Class<Withdrawn> said() {
        return Withdrawn.class;
    }

    @Override
    public By by() {
        return By.HANDLERS;
    }

    @Override
    public Verdict done(Act act, Withdrawn said) {
        var file = files.of(act.id()).stream()
                .filter(each -> each.no() == said.no())
                .findFirst();
        if (file.isEmpty()) {
            return Verdict.invalid("no", "本件没有第 " + said.no() + " 份材料。", "evidence.no");
        }
        if (file.get().withdrawn().isPresent()) {
            return Verdict.invalid("no", "这份材料已经标明不用。", "evidence.withdrawn");
        }
        files.withdraw(act, said.no(), said.reason());
        return Verdict.moved();
    }
}
