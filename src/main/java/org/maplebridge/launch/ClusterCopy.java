package org.maplebridge.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/// Copies the files of a PostgreSQL cluster while it serves, so that the copy can be started: what was committed when
/// the copying began is in it. The way of PostgreSQL's own manual, "Making a Base Backup Using the Low Level API".
final class ClusterCopy {

    /// Folders that must be there, but whose content belongs to the running server.
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "current_logfiles",
            "pg_internal.init");

    private static final Pattern FIRST_WAL = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    private ClusterCopy() {}

    /// @param server a superuser of the running server
    /// @param cluster its folder
    /// @param into a folder that is not there yet
    static void make(DatabaseServer server, Path cluster, Path into) throws SQLException, IOException {
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            // keeps a checkpoint from recycling what the copy will be started from; gone with this connection
            statement.execute("select pg_create_physical_replication_slot('copy_' || pg_backend_pid(), true, true)");
            statement.execute("select pg_backup_start('copy', true)");
            copy(cluster, into);
            var label = label(statement);
            var first = FIRST_WAL.matcher(label.text());
            if (!first.find()) {
                throw new IOException("no first file in the backup label: " + label.text());
            }
            copyWal(cluster.resolve("pg_wal"), into.resolve("pg_wal"), first.group(1), label.lastWal());
            Files.writeString(into.resolve("backup_label"), label.text());
        }
    }

    /// @param text what the copy needs to be started
    /// @param lastWal the last file of the log that belongs to it
    private record Label(String text, String lastWal) {}

    private static Label label(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
            row.next();
            return new Label(row.getString(1), row.getString(2));
        }
    }

    /// How much a copy will take, without the log.
    static long bytes(Path cluster) throws IOException {
        var sum = new long[1];
        walk(cluster, new Visitor() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return sum[0];
    }

    private static void copy(Path cluster, Path into) throws IOException {
        walk(cluster, new Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var name = folder.getFileName().toString();
                if (name.startsWith("pgsql_tmp")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                taken(folder, into.resolve(cluster.relativize(folder)));
                return cluster.equals(folder.getParent()) && EMPTY.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    taken(file, into.resolve(cluster.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copyWal(Path from, Path into, String first, String last) throws IOException {
        try (var files = Files.newDirectoryStream(from, "[0-9A-F]*")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                boolean needed =
                        name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (needed) {
                    taken(file, into.resolve(name));
                }
            }
        }
        if (!Files.exists(into.resolve(first))) {
            throw new IOException("the log of the copy begins with " + first + ", which is gone");
        }
    }

    /// With owner and rights. What the server has removed meanwhile isn't needed: the log knows.
    private static void taken(Path one, Path target) throws IOException {
        try {
            Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException gone) {
            if (Files.exists(one)) {
                throw gone;
            }
        } catch (FileAlreadyExistsException there) {
            throw new IOException("the place of the copy is not empty: " + target, there);
        }
    }

    private static void walk(Path cluster, Visitor visitor) throws IOException {
        Files.walkFileTree(cluster, visitor);
    }

    /// Files come and go while one looks.
    private static class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
