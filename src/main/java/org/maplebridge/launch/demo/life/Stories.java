package org.maplebridge.launch.demo.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.maplebridge.launch.demo.life.Story.Channel;
import org.maplebridge.launch.demo.life.Story.Side;
import org.maplebridge.launch.demo.life.Story.To;

/// Thinks up what is reported in a number of days. Everything comes from the seed.
public final class Stories {

    /// The town with a village committee, a grid and a police station of its own.
    static final String HOME = "33.07.02.103";

    static final String VILLAGE = HOME + ".204";
    static final String GRID = VILLAGE + ".g01";

    /// Where somebody closes too soon.
    static final String HASTY_TOWN = "33.07.02.107";

    /// Where one thing happens again and again in the last week.
    static final String LOUD_TOWN = "33.07.02.106";

    /// The towns it happens in.
    public static final List<String> TOWNS =
            List.of(HOME, "33.07.02.100", "33.07.02.101", LOUD_TOWN, HASTY_TOWN, "33.07.02.001", "33.07.02.005");

    private static final int LOUD = 10;
    private static final int BURST_EVERY = 120;
    private static final List<String> LOUD_TOPICS = List.of("WAGES", "NOISE", "PROPERTY");
    private static final List<String> LOUD_TOWNS = List.of("33.07.02.005", LOUD_TOWN, "33.07.02.101");
    private static final int WEEK = 7;

    /// Of so many each becomes what it says; the rest is helped.
    private static final int DECK = 40;

    private static final Map<Plot, Integer> SHARES = new EnumMap<>(Map.ofEntries(
            Map.entry(Plot.INSTALMENTS, 3),
            Map.entry(Plot.CONFIRMED, 3),
            Map.entry(Plot.FAILED, 3),
            Map.entry(Plot.WITHDRAWN, 2),
            Map.entry(Plot.DIVERTED, 2),
            Map.entry(Plot.RETURNED, 2),
            Map.entry(Plot.ESCALATED, 2),
            Map.entry(Plot.TRANSFERRED, 2),
            Map.entry(Plot.LEFT, 2),
            Map.entry(Plot.DANGER, 1),
            Map.entry(Plot.BROKEN, 1),
            Map.entry(Plot.REOPENED, 2),
            Map.entry(Plot.JOINT, 2),
            Map.entry(Plot.VISITED, 2),
            Map.entry(Plot.GUIDED, 1),
            Map.entry(Plot.STATIONED, 1),
            Map.entry(Plot.DELAYED, 1),
            Map.entry(Plot.NAMELESS, 1),
            Map.entry(Plot.SAME_WORDS, 3),
            Map.entry(Plot.HASTY, 1),
            Map.entry(Plot.FOR_THEM, 1)));

    private final LifeWords words;
    private final Random chance;
    private final Deque<Plot> deck = new ArrayDeque<>();
    private int phones;

    Stories(LifeWords words, Random chance) {
        this.words = words;
        this.chance = chance;
    }

    /// In the order in which they are reported.
    ///
    /// @param perDay how many a day has, on average
    List<Story> over(int days, int perDay) {
        var drafts = new ArrayList<int[]>();
        for (int day = 0; day < days; day++) {
            int many = 1 + chance.nextInt(2 * perDay - 1);
            for (int i = 0; i < many; i++) {
                drafts.add(new int[] {day, minute(), 0});
            }
        }
        // the last of them falls into the last week
        int bursts = days > WEEK ? Math.max(1, days / BURST_EVERY) : 0;
        for (int burst = 1; burst <= bursts; burst++) {
            int end = days * burst / bursts;
            for (int i = 0; i < LOUD; i++) {
                drafts.add(new int[] {end - WEEK + chance.nextInt(WEEK), minute(), 1 + bursts - burst});
            }
        }
        drafts.sort(Comparator.<int[]>comparingInt(draft -> draft[0]).thenComparingInt(draft -> draft[1]));
        var all = new ArrayList<Story>();
        for (var draft : drafts) {
            all.add(story(all.size() + 1, draft[0], draft[1], draft[2]));
        }
        return all;
    }

    /// From half past eight in the morning to five in the afternoon.
    private int minute() {
        return 510 + chance.nextInt(510);
    }

    private Plot next() {
        if (deck.isEmpty()) {
            var fresh = new ArrayList<Plot>();
            for (var plot : Plot.values()) {
                fresh.addAll(Collections.nCopies(SHARES.getOrDefault(plot, 0), plot));
            }
            fresh.addAll(Collections.nCopies(DECK - fresh.size(), Plot.HELPED));
            Collections.shuffle(fresh, chance);
            deck.addAll(fresh);
        }
        return deck.removeFirst();
    }

    private Story story(int no, int day, int minute, int burst) {
        boolean loud = burst > 0;
        var plot = !loud ? next() : no % 3 == 0 ? Plot.LEFT : Plot.HELPED;
        var town = loud ? LOUD_TOWNS.get(burst % LOUD_TOWNS.size()) : town(plot);
        var topic = loud
                ? LOUD_TOPICS.get(burst % LOUD_TOPICS.size())
                : words.topics().get(chance.nextInt(words.topics().size()));
        var area = plot == Plot.TRANSFERRED ? VILLAGE : area(town);
        var to = to(plot, area);
        var channel = loud ? Channel.ONLINE : channel(plot, area);
        var sides = sides(channel);
        var place = words.place(chance);
        int money = words.money(topic, chance);
        if (plot == Plot.INSTALMENTS && money == 0) {
            money = 600 + 300 * chance.nextInt(20);
        }
        boolean byCode = asksNobody(plot) || (plot.honest() && chance.nextInt(100) < 55);
        return new Story(
                no,
                plot,
                day,
                minute,
                area,
                town,
                to,
                channel,
                topic,
                words.said(topic, place, chance),
                words.settled(topic, place, sides, money),
                money,
                sides,
                byCode,
                grade(plot));
    }

    /// Where nobody is in the office who could call and has not handled it.
    private static boolean asksNobody(Plot plot) {
        return plot == Plot.RETURNED || plot == Plot.ESCALATED || plot == Plot.DANGER;
    }

    private String town(Plot plot) {
        int drawn = chance.nextInt(100);
        return switch (plot) {
            case SAME_WORDS, HASTY, FOR_THEM -> HASTY_TOWN;
            case DANGER, TRANSFERRED -> HOME;
            default -> drawn < 35 ? HOME : TOWNS.get(1 + drawn % (TOWNS.size() - 1));
        };
    }

    private String area(String town) {
        int drawn = chance.nextInt(100);
        if (!town.equals(HOME)) {
            return town;
        }
        return drawn < 30 ? GRID : drawn < 70 ? VILLAGE : HOME;
    }

    private static To to(Plot plot, String area) {
        return switch (plot) {
            case DANGER -> To.POLICE;
            case RETURNED, TRANSFERRED -> To.TOWN;
            default -> area.startsWith(VILLAGE) ? To.VILLAGE : To.TOWN;
        };
    }

    private Channel channel(Plot plot, String area) {
        int drawn = chance.nextInt(100);
        if (plot == Plot.NAMELESS || plot == Plot.WITHDRAWN) {
            return Channel.ONLINE;
        }
        // what was sent by somebody else can't be closed before they are told
        if (plot == Plot.HASTY) {
            return Channel.VISIT;
        }
        if (area.equals(GRID) && drawn < 60) {
            return Channel.PATROL;
        }
        if (plot == Plot.DIVERTED || plot == Plot.REOPENED || plot == Plot.DANGER) {
            return drawn < 50 ? Channel.ONLINE : Channel.VISIT;
        }
        return drawn < 30
                ? Channel.ONLINE
                : drawn < 50
                        ? Channel.VISIT
                        : drawn < 65
                                ? Channel.HOTLINE
                                : drawn < 75
                                        ? Channel.PATROL
                                        : drawn < 85
                                                ? Channel.POLICE
                                                : drawn < 91
                                                        ? Channel.COURT
                                                        : drawn < 97 ? Channel.PETITION : Channel.PRISON;
    }

    private Side sides(Channel channel) {
        boolean helped = (channel == Channel.ONLINE || channel == Channel.VISIT) && chance.nextInt(5) == 0;
        var applicant = words.name(chance);
        var phone = phone();
        return new Side(
                applicant,
                phone,
                helped ? Optional.of(words.helper(chance)) : Optional.empty(),
                helped ? phone() : "",
                words.name(chance));
    }

    /// Made up in order. Somebody may have it: a demo hands its messages to a folder and to nobody else.
    private String phone() {
        return "1380000%04d".formatted(1000 + phones++);
    }

    private String grade(Plot plot) {
        int drawn = chance.nextInt(100);
        return switch (plot) {
            case BROKEN, SAME_WORDS, HASTY -> drawn < 50 ? "DISSATISFIED" : "FAIRLY";
            case FAILED -> drawn < 40 ? "FAIRLY" : drawn < 80 ? "SATISFIED" : "DISSATISFIED";
            default -> drawn < 78 ? "SATISFIED" : drawn < 94 ? "FAIRLY" : "DISSATISFIED";
        };
    }
}
