package org.maplebridge.scenes.disputes;

import static org.maplebridge.kernel.matters.Verdict.blocked;
import static org.maplebridge.kernel.matters.Verdict.invalid;
import static org.maplebridge.kernel.matters.Verdict.moved;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.maplebridge.kernel.matters.Act;
import org.maplebridge.kernel.matters.Ask;
import org.maplebridge.kernel.matters.Ask.Kind;
import org.maplebridge.kernel.matters.Deadline;
import org.maplebridge.kernel.matters.Moved;
import org.maplebridge.kernel.matters.ScenePart;
import org.maplebridge.kernel.matters.Verdict;
import org.maplebridge.scenes.disputes.Choices.Source;

/// What comes from the police, a court, a petition office or a prison has limits of its own, and its result goes back.
@ScenePart
class DisputesChannels {

    static final String COURT = "disputes.court";
    static final String PETITION = "disputes.petition";
    static final String PETITION_TELL = "disputes.petition-tell";
    static final String POLICE = "disputes.police-reply";
    static final String PRISON = "disputes.prison-reply";

    private static final Set<Source> ANSWERED = Set.of(Source.POLICE, Source.COURT, Source.PETITION, Source.PRISON);

    private final DisputesFurtherStore further;

    DisputesChannels(DisputesFurtherStore further) {
        this.further = further;
    }

    /// Begins the limits of the channel.
    Moved came(
            Act act,
            Moved opened,
            Source source,
            Optional<String> sender,
            Optional<String> reference,
            Optional<LocalDate> received) {
        if (!ANSWERED.contains(source)) {
            return opened;
        }
        var day = received.orElse(act.today());
        further.came(act.id(), source, sender, reference, day);
        var begun = answered(opened, source, day);
        return source == Source.PETITION ? begun.runs(PETITION_TELL, day) : begun;
    }

    /// What is opened or mediated again has its new result reported again, within the same time from this day. While
    /// the first one isn't reported yet, its limit runs on: nothing of the law's time is gained.
    Moved again(Act act, Moved reopened) {
        return further.channel(act.id())
                .filter(channel -> Stream.of(COURT, PETITION, POLICE, PRISON)
                        .noneMatch(
                                limit -> act.limit(limit).filter(Deadline::live).isPresent()))
                .map(channel -> answered(reopened, channel.source(), act.today()))
                .orElse(reopened);
    }

    private static Moved answered(Moved moved, Source source, LocalDate day) {
        return switch (source) {
            case COURT -> moved.runs(COURT, day);
            case PETITION -> moved.runs(PETITION, day);
            case POLICE -> moved.runs(POLICE, day);
            case PRISON -> moved.runs(PRISON, day);
            case PATROL, VISIT, HOTLINE, ONLINE, REFERRED, IMPORTED -> moved;
        };
    }

    /// Nothing is received in the future; what was received long ago is no new dispute, and its limits may not have
    /// been law yet.
    static Optional<Verdict> received(Optional<LocalDate> day, LocalDate today) {
        return day.filter(today::isBefore)
                .map(future -> invalid("receivedOn", "收到的日子不能晚于今天。", "disputes.received"))
                .or(() -> day.filter(today.minusYears(1)::isAfter)
                        .map(old -> invalid("receivedOn", "收到的日子早了一年以上，请核对年份。以前的旧件请用批量导入。", "disputes.received")));
    }

    record TellPetitioner(
            @Ask("哪一天告知的") LocalDate day, @Ask("怎样告知的") Choices.ToldHow how) {}

    Verdict tellPetitioner(Act act, TellPetitioner said) {
        return came(act, Source.PETITION).or(() -> past("day", said.day(), act)).orElseGet(() -> {
            further.told(act.id(), said.day(), said.how());
            return moved();
        });
    }

    record ReportCourt(
            @Ask("哪一天回告的") LocalDate day,

            @Ask(value = "调解结果", why = "成与不成都回告；调解不成的，法院依法立案", kind = Kind.LONG_TEXT, most = 1000)
            String report,

            @Ask(value = "回告函编号", most = 60) Optional<String> sign) {}

    Verdict reportCourt(Act act, ReportCourt said) {
        return reported(act, Source.COURT, said.day(), said.report(), said.sign());
    }

    record ReportPetition(
            @Ask("哪一天答复的") LocalDate day,

            @Ask(value = "处理意见", why = "写清事实、依据和处理结果；不服的，可以三十日内请求复查", kind = Kind.LONG_TEXT, most = 2000)
            String report,

            @Ask(value = "答复意见书编号", most = 60) Optional<String> sign) {}

    Verdict reportPetition(Act act, ReportPetition said) {
        return reported(act, Source.PETITION, said.day(), said.report(), said.sign());
    }

    record ReportPolice(
            @Ask("哪一天回告的") LocalDate day,

            @Ask(value = "调处结果", kind = Kind.LONG_TEXT, most = 1000)
            String report,

            @Ask(value = "回告单编号", most = 60) Optional<String> sign) {}

    Verdict reportPolice(Act act, ReportPolice said) {
        return reported(act, Source.POLICE, said.day(), said.report(), said.sign());
    }

    record ReportPrison(
            @Ask("哪一天回告的") LocalDate day,

            @Ask(value = "调处结果", why = "写明家里的事办得怎样，由监狱转告本人；不写家人不愿让他知道的", kind = Kind.LONG_TEXT, most = 1000)
            String report,

            @Ask(value = "回告函编号", most = 60) Optional<String> sign) {}

    Verdict reportPrison(Act act, ReportPrison said) {
        return reported(act, Source.PRISON, said.day(), said.report(), said.sign());
    }

    private Verdict reported(Act act, Source source, LocalDate day, String report, Optional<String> sign) {
        return came(act, source).or(() -> past("day", day, act)).orElseGet(() -> {
            further.reported(act.id(), day, report, sign);
            return moved();
        });
    }

    private Optional<Verdict> came(Act act, Source source) {
        return from(act.id(), source) ? Optional.empty() : Optional.of(notFrom(source));
    }

    private boolean from(UUID matter, Source source) {
        return further.channel(matter)
                .filter(channel -> channel.source() == source)
                .isPresent();
    }

    private static Verdict notFrom(Source source) {
        var who = switch (source) {
            case COURT -> "法院委派";
            case PETITION -> "信访转来";
            case PRISON -> "监狱转来";
            default -> "公安转来";
        };
        return blocked("这一件不是" + who + "的，不用回告。", "disputes.channel", "本地默认");
    }

    private Optional<Verdict> past(String field, LocalDate day, Act act) {
        boolean early = further.channel(act.id())
                .filter(channel -> day.isBefore(channel.received()))
                .isPresent();
        return day.isAfter(act.today()) || early
                ? Optional.of(invalid(field, "应在收到之后、不晚于今天。", "disputes.report-day"))
                : Optional.empty();
    }

    /// What came from another authority isn't over before the result has gone back.
    Optional<Verdict> answered(Act act) {
        var open = further.channel(act.id())
                .filter(channel -> channel.reported().isEmpty())
                .isPresent();
        return open
                ? Optional.of(blocked("这一件是转来的，先回告结果（回告法院、公安、监狱或答复信访人），再结束。", "disputes.channel-answered", "本地默认"))
                : Optional.empty();
    }

    /// Why a verb of a channel isn't for a matter; told before anybody begins.
    Optional<Verdict> bars(UUID matter, String verb) {
        return switch (verb) {
            case "report-court" -> bar(matter, Source.COURT);
            case "report-petition", "tell-petitioner" -> bar(matter, Source.PETITION);
            case "report-police" -> bar(matter, Source.POLICE);
            case "report-prison" -> bar(matter, Source.PRISON);
            default -> Optional.empty();
        };
    }

    private Optional<Verdict> bar(UUID matter, Source source) {
        return from(matter, source) ? Optional.empty() : Optional.of(notFrom(source));
    }
}
