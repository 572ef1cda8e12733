package org.maplebridge.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// A PostgreSQL server and a login that may make roles and databases. The address ends before the database's name.
public record DatabaseServer(String url, String user, String password) {

    public Connection connect(String database) throws SQLException {
        return connect(database, user, password);
    }

    Connection connect(String database, String someone, String secret) throws SQLException {
        return DriverManager.getConnection(address(database), someone, secret);
    }

    /// The address of one database of this server.
    public String address(String database) {
        var question = url.indexOf('?');
        return question < 0
                ? url + "/" + database
                : url.substring(0, question) + "/" + database + url.substring(question);
    }

    @Override
    public String toString() {
        return url + " (" + user + ")";
    }
}
