package org.maplebridge.kernel.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Batch;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;

/// Several people named in one act, of whom some are the same.
@MapleTest
class NewcomersTest {

    private static final Identifier NUMBER = new Identifier(Identifier.Kind.ID_NUMBER, "330702197011045511");

    @Autowired
    Transactions transactions;

    @Autowired
    Personas personas;

    @Autowired
    DataSource source;

    private List<UUID> registered(Persona.Draft... drafts) {
        return transactions.run(Scope.job("test"), work -> {
            var batch = new Batch();
            var newcomers = new Newcomers(personas, work, batch, "general");
            var ids = new ArrayList<UUID>();
            for (var draft : drafts) {
                ids.add(newcomers.register(draft).id());
            }
            batch.send(source);
            return ids;
        });
    }

    @Test
    void whoeverIsNamedTwiceByTheSameNameAndPhoneIsOnePerson() {
        var twice = Persona.Draft.named("赵重名", Optional.of("13611112222"));
        var ids = registered(twice, twice);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        assertThat(registered(twice)).as("and known from then on").containsExactly(ids.getFirst());
    }

    @Test
    void theSameNumberIsTheSamePersonWhateverTheyAreCalled() {
        var ids = registered(
                Persona.Draft.named("钱本名", Optional.of("13611113333")).identifiedBy(NUMBER),
                Persona.Draft.named("钱别名", Optional.of("13611114444")).identifiedBy(NUMBER));
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    @Test
    void aNameAloneOrASharedPhoneMakesNobodyTheSame() {
        var nameless = Persona.Draft.named("孙同名", Optional.empty());
        var shared = Optional.of("13611115555");
        var ids = registered(
                nameless,
                nameless,
                Persona.Draft.named("李母", shared),
                Persona.Draft.named("李女", shared),
                Persona.Draft.anonymous(),
                Persona.Draft.anonymous());
        assertThat(ids).doesNotHaveDuplicates();
    }
}
