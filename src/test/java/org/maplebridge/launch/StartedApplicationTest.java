package org.maplebridge.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maplebridge.fixtures.MapleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MapleTest
class StartedApplicationTest {

    @Autowired
    JdbcClient db;

    @Test
    void theApplicationIsNeitherOwnerNorSuperuser() {
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("maple_app");
    }
}
