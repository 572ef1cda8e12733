package org.maplebridge.scenes.stretch.custody;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers from when a sentence runs, and how often and how long people talked; never what was said.
@Component
class CustodyStore {

    private static final String BEGIN = """
        insert into stretch_custody.sentence (matter, starts)
        values (:matter, :starts)
        """;
    private static final String FROM = """
        select starts
          from stretch_custody.sentence
         where matter = :matter
        """;
    private static final String TALK = """
        insert into stretch_custody.talk (matter, no, length)
        select :matter, coalesce(max(no), 0) + 1, :length
          from stretch_custody.talk
         where matter = :matter
        """;

    private final JdbcClient db;

    CustodyStore(JdbcClient db) {
        this.db = db;
    }

    void begin(UUID matter, LocalDate starts) {
        db.sql(BEGIN).param("matter", matter).param("starts", starts).update();
    }

    Optional<LocalDate> from(UUID matter) {
        return db.sql(FROM).param("matter", matter).query(LocalDate.class).optional();
    }

    void talked(UUID matter, int length) {
        db.sql(TALK).param("matter", matter).param("length", length).update();
    }
}
