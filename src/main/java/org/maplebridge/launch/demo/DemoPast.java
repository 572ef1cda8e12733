package org.maplebridge.launch.demo;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maplebridge.kernel.access.FrontDoor.Underway;
import org.maplebridge.kernel.alerts.Alarms;
import org.maplebridge.kernel.ground.Looping;
import org.maplebridge.launch.demo.life.DemoLife;
import org.maplebridge.launch.demo.life.LifeClock;
import org.maplebridge.launch.demo.life.LifeDays;
import org.maplebridge.launch.demo.life.Stories;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Has the past of a new demo folder lived through the server that is just starting, and knows how far it is. The
/// loops of the program do a round each morning; between the days nobody waits for them.
@Component
final class DemoPast implements LifeDays {

    /// What truly happened, for whoever scores how well it is found out.
    static final String TRUTH = "demo-truth.json";

    private static final long SEED = 7;
    private static final int PER_DAY = 2;
    private static final int SHORT = 60;
    /// Counts everything anew: once at the end will do.
    private static final String COUNTING = "stats";

    private final DemoLife life;
    private final DemoTowns towns;
    private final List<Looping> loops;
    private final Alarms alarms;
    private final Environment settings;
    private final String pass = fresh();
    private volatile Optional<Underway> far = Optional.empty();
    private long began;

    DemoPast(DemoLife life, DemoTowns towns, List<Looping> loops, Alarms alarms, Environment settings) {
        this.life = life;
        this.towns = towns;
        this.loops = loops;
        this.alarms = alarms;
        this.settings = settings;
    }

    private static String fresh() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// How far the past is while it is being lived.
    Optional<Underway> far() {
        return far;
    }

    /// What the past shows at the gate.
    String pass() {
        return pass;
    }

    /// Lets everybody in again.
    void over() {
        far = Optional.empty();
    }

    /// Whether this is what the past itself shows.
    boolean passes(@Nullable String shown) {
        return pass.equals(shown);
    }

    /// Lives up to yesterday evening and brings the clock to now. The server listens already.
    DemoLife.Lived live(LifeClock clock) {
        began = System.nanoTime();
        far = Optional.of(new Underway(0, 0, 0, 0));
        try {
            return life.live(
                    new DemoLife.Order(
                            settings.getProperty("maple.demo.seed", Long.class, SEED),
                            settings.getProperty("maple.demo.per-day", Integer.class, PER_DAY),
                            towns.ready(Stories.TOWNS),
                            server(),
                            pass,
                            Path.of(settings.getRequiredProperty("maple.data")).resolve(TRUTH)),
                    clock,
                    this);
        } finally {
            over();
        }
    }

    /// Whether this is a server: a past is lived through one.
    boolean serves() {
        return settings.getProperty("maple.mode", "").equals("server");
    }

    /// Where this server is to be reached from this machine.
    URI server() {
        var address = settings.getProperty("server.address", "127.0.0.1");
        var host = address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + settings.getRequiredProperty("local.server.port"));
    }

    @Override
    public void morning() {
        loops.stream()
                .map(Looping::loop)
                .filter(loop -> !loop.name().equals(COUNTING))
                .forEach(loop -> loop.once());
    }

    @Override
    public void sweep() {
        alarms.sweep();
    }

    @Override
    public void lived(int day, int days, int matters, int moves) {
        far = Optional.of(new Underway(day, days, matters, moves));
        int step = days <= SHORT ? 7 : 10;
        if (day > 0 && day < days && day % step == 0) {
            long left = (System.nanoTime() - began) / 1_000_000_000L * (days - day) / day;
            System.err.println("  第 " + day + " 天，共 " + days + " 天：" + matters + " 件纠纷，" + moves + " 步；大约还要 "
                    + (left < 120 ? left + " 秒" : left / 60 + " 分钟"));
        }
    }
}
