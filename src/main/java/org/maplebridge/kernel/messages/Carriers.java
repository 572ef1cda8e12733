package org.maplebridge.kernel.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.maplebridge.kernel.ground.Work;
import org.maplebridge.kernel.messages.Carrier.Channel;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The ways that are configured: `maple.messages.sms.url`, `.key`, `.arrivals`, the same for `wechat`
/// and `mail`, and a folder. In a demo folder the folder alone: its people are made up, their telephones may be
/// somebody's.
@Component
class Carriers {

    private static final Scope SCOPE = Scope.job("carriers");

    private volatile List<Carrier> all;

    Carriers(Environment settings, FolderCarrier folder, Transactions transactions) {
        boolean demo = settings.getProperty("maple.demo", Boolean.class, false);
        var found = new ArrayList<Carrier>();
        for (var channel : List.of(Channel.SMS, Channel.WECHAT, Channel.MAIL)) {
            var prefix = "maple.messages." + channel.name().toLowerCase(java.util.Locale.ROOT);
            found.add(new Gateway(
                    channel,
                    Optional.ofNullable(settings.getProperty(prefix + ".url"))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty() && !demo),
                    settings.getProperty(prefix + ".key", ""),
                    settings.getProperty(prefix + ".arrivals", Boolean.class, false),
                    () -> transactions.run(SCOPE, Work::now)));
        }
        found.add(folder);
        this.all = List.copyOf(found);
    }

    /// The best way there is to a phone or a mail address.
    Optional<Carrier> best(String to) {
        return all.stream()
                .filter(each -> each.open() && each.channel().reaches(to))
                .findFirst();
    }

    Optional<Carrier> of(Channel channel) {
        return all.stream()
                .filter(each -> each.channel() == channel && each.open())
                .findFirst();
    }

    List<Carrier> open() {
        return all.stream().filter(Carrier::open).toList();
    }

    /// The gateways, which speak to us too.
    List<Gateway> gateways() {
        return all.stream()
                .filter(Gateway.class::isInstance)
                .map(Gateway.class::cast)
                .filter(Carrier::open)
                .toList();
    }

    /// For tests: these and no others. Returns those before.
    List<Carrier> replaced(List<Carrier> others) {
        var before = all;
        all = List.copyOf(others);
        return before;
    }
}
