package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.maplebridge.kernel.ground.Scope;
import org.maplebridge.kernel.ground.Transactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
class StartedApplicationTest {

    @Autowired
    JdbcClient db;

    @Autowired
    Transactions transactions;

    @Test
    void theApplicationIsNeitherOwnerNorSuperuser() {
        var user = transactions.run(
                Scope.of("nobody", List.of()),
                work -> db.sql("select current_user").query(String.class).single());
        assertThat(user).isEqualTo("maple_app");
    }
}
