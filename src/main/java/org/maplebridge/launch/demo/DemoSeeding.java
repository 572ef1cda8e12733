package org.maplebridge.launch.demo;

import org.maplebridge.kernel.stats.Tallies;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Seeds a demo folder when it is started for the first time, before it is called ready. A start that was broken off
/// is finished by the next.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("maple.demo")
final class DemoSeeding implements ApplicationRunner {

    private static final String VILLAGE = "33.07.02.103.204";
    private static final String TOWN = "33.07.02.103";

    private final DemoCounty county;
    private final DemoDisputes disputes;
    private final Tallies tallies;

    private final DemoClock clock;
    private final DemoPast past;

    DemoSeeding(DemoCounty county, DemoDisputes disputes, Tallies tallies, DemoClock clock, DemoPast past) {
        this.county = county;
        this.disputes = disputes;
        this.tallies = tallies;
        this.clock = clock;
        this.past = past;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean fresh = county.seed();
        var added = county.join();
        if (!added.isEmpty()) {
            System.err.println("演示县新增可以登录的岗位：" + String.join("、", added) + "。");
        }
        past(fresh);
        int filed = disputes.seed(VILLAGE, TOWN);
        if (filed > 0) {
            tallies.countNow();
            System.err.println("已放入演示县：机构、岗位、人员和 " + filed + " 件纠纷都是虚构的。");
        }
    }

    /// A past that was broken off is not taken up again: the county is as old as it has become. Only a server lives
    /// one, and a command beside it leaves the clock alone.
    private void past(boolean fresh) {
        if (!past.serves() || clock.behind().isZero()) {
            return;
        }
        if (fresh) {
            System.err.println("演示县正在过它的往日（虚构的人经接口把虚构的纠纷一件件办下来）。过到哪一天，网页上看得到：" + past.server() + "/start");
            var lived = past.live(clock);
            System.err.println("演示县过了 " + lived.days() + " 天：" + lived.matters() + " 件纠纷，" + lived.moves() + " 步。");
        } else {
            System.err.println("这个演示县的往日上次没有过完，不能接着过：已经过的留着，时间从今天走。要完整的，换一个空的数据文件夹。");
        }
        clock.catchUp();
    }
}
