package org.maplebridge.launch.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Seeds a demo folder when it is started for the first time, before it is called ready.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnBooleanProperty("maple.demo")
final class DemoSeeding implements ApplicationRunner {

    private final DemoCounty county;

    DemoSeeding(DemoCounty county) {
        this.county = county;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (county.seed()) {
            System.err.println("已放入演示县：机构、岗位和人员都是虚构的。");
        }
    }
}
