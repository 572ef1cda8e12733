package org.maplebridge.kernel.laws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.laws.LawRuns.Finding;
import org.maplebridge.kernel.laws.LawRuns.Step;
import org.maplebridge.kernel.laws.LawWriting.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Imports a folder: reads every file, then writes one edition after the other, each in a transaction of its own. What
/// can't be read is told and leaves nothing behind; what is there already changes nothing. So it may be broken off and
/// begun again at any time.
@Component
class LawImporting {

    static final Scope SCOPE = Scope.job("laws");
    private static final Set<String> KINDS = Set.of("md", "markdown", "txt", "docx");
    private static final String KEYS = "select key from laws.law";

    private final Transactions transactions;
    private final LawWriting writing;
    private final LawRuns runs;
    private final LawRenewal renewal;
    private final JdbcClient db;

    LawImporting(Transactions transactions, LawWriting writing, LawRuns runs, LawRenewal renewal, JdbcClient db) {
        this.transactions = transactions;
        this.writing = writing;
        this.runs = runs;
        this.renewal = renewal;
        this.db = db;
    }

    /// What came of it.
    record Result(
            UUID run, int files, int laws, int editions, int articles, int unchanged, int refused, List<Finding> odd) {}

    /// Is told how far it is.
    interface Listener {
        /// @param done files that need no more
        void done(int done, int files, int articles);
    }

    /// What is being done.
    private static final class Going {
        private final UUID run;
        private final int files;
        private final List<Finding> odd = new ArrayList<>();
        private int done;
        private int laws;
        private int editions;
        private int articles;
        private int unchanged;
        private int refused;

        Going(UUID run, int files) {
            this.run = run;
            this.files = files;
        }

        Finding note(String kind, String file, int line, String what, String next) {
            var one = new Finding(odd.size() + 1, kind, file, line, what, next);
            odd.add(one);
            return one;
        }

        void count(Step step) {
            done += step.done();
            laws += step.laws();
            editions += step.editions();
            articles += step.articles();
            unchanged += step.unchanged();
            refused += step.refused();
        }
    }

    /// Whether the last import read this very folder to its end.
    boolean unchanged(LawFolder folder) {
        return transactions.run(SCOPE, work -> runs.doneBefore(folder.name(), folder.fingerprint()));
    }

    Result run(LawFolder folder, Listener listener) {
        var fingerprint = folder.fingerprint();
        int files = folder.files().size();
        var run = transactions.run(SCOPE, work -> runs.begin(work, folder.name(), fingerprint, files));
        var going = new Going(run, files);
        boolean whole = false;
        try {
            var before = transactions.run(
                    SCOPE,
                    work -> new HashSet<>(db.sql(KEYS).query(String.class).list()));
            for (var statute : statutes(folder, going, listener)) {
                one(statute, going, before.contains(statute.key()));
                listener.done(going.done, files, going.articles);
            }
            whole = true;
        } finally {
            boolean ended = whole;
            transactions.run(SCOPE, work -> {
                runs.end(work, run, ended);
                return 0;
            });
        }
        return new Result(
                run,
                files,
                going.laws,
                going.editions,
                going.articles,
                going.unchanged,
                going.refused,
                List.copyOf(going.odd));
    }

    /// Earlier editions first, so that each later one is seen to follow.
    private List<Statute> statutes(LawFolder folder, Going going, Listener listener) {
        var read = new ArrayList<Statute>();
        for (var file : folder.files()) {
            var name = folder.name(file);
            try {
                read.add(StatuteReader.read(name, bytes(file, name)));
            } catch (Unread unread) {
                var odd = going.note("REFUSED", name, unread.line(), unread.what(), unread.next());
                step(going, new Step(1, 0, 0, 0, 0, 1), List.of(odd));
                listener.done(going.done, going.files, going.articles);
            }
        }
        var joined = new ArrayList<>(StatuteParts.joined(read));
        joined.sort(Comparator.comparing(Statute::passed).thenComparing(Statute::file));
        return joined;
    }

    private static byte[] bytes(Path file, String name) {
        var kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new Unread(0, "不认识这种文件。", "另存为 Markdown、UTF-8 文本或 .docx 再导入；不是法律文本的，移出文件夹。");
        }
        try {
            if (Files.size(file) > StatuteBytes.MOST_BYTES) {
                throw new Unread(0, "文件超过 16 MB，不像一部法律。", "核对是不是放错了文件；合订本请分成几份。");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Unread(0, "文件读不出来。", "核对文件的权限和磁盘。");
        }
    }

    private void step(Going going, Step step, List<Finding> odd) {
        transactions.run(SCOPE, work -> {
            runs.step(going.run, step, odd);
            return 0;
        });
        going.count(step);
    }

    private void one(Statute statute, Going going, boolean known) {
        int files = statute.parts();
        var step = transactions.run(SCOPE, work -> {
            var put = writing.put(work, statute);
            var odd = new ArrayList<Finding>();
            if (put.state() == State.CONTRADICTS) {
                odd.add(going.note(
                        "REFUSED",
                        statute.file(),
                        0,
                        "与已有的“" + put.other() + "”是同一部法律、同一天的版本（" + statute.name() + "，" + statute.passed()
                                + "），内容却不一样。",
                        "核对哪一份是公布的文本，删去另一份，或者改对文件名的日期，再导入。"));
            } else if (put.state() == State.ADDED) {
                statute.notices()
                        .forEach(notice -> odd.add(
                                going.note("NOTICE", statute.file(), notice.line(), notice.what(), notice.next())));
                if (known) {
                    renewal.tell(work, put.law(), put.edition());
                }
            }
            var came = switch (put.state()) {
                case ADDED -> new Step(files, put.newLaw() ? 1 : 0, 1, statute.articles(), 0, 0);
                case UNCHANGED -> new Step(files, 0, 0, 0, 1, 0);
                case CONTRADICTS -> new Step(files, 0, 0, 0, 0, 1);
            };
            runs.step(going.run, came, odd);
            return came;
        });
        going.count(step);
    }
}
