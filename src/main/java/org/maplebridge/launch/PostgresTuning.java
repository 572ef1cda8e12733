package org.maplebridge.launch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How the embedded server is set: for data that must survive, or for tests that are thrown away.
public record PostgresTuning(boolean durable, int sharedMegabytes, int connections) {

    /// Everything committed is on the disk.
    public static PostgresTuning lasting() {
        return new PostgresTuning(true, Math.clamp(memoryMegabytes() / 8, 64, 512), 100);
    }

    /// For tests: as fast as it goes, lost when the machine stops.
    public static PostgresTuning passing() {
        return new PostgresTuning(false, 64, 60);
    }

    private static long memoryMegabytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() >> 20
                : 2048;
    }

    String configuration(int port) {
        return """
                # written at every start
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = %d
                password_encryption = 'scram-sha-256'
                shared_buffers = '%dMB'
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                effective_cache_size = '%dMB'
                random_page_cost = 1.1
                max_wal_size = '2GB'
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                fsync = %s
                synchronous_commit = %s
                full_page_writes = %s
                logging_collector = on
                log_directory = '../log'
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                log_error_verbosity = terse
                """.formatted(
                        port, connections, sharedMegabytes, sharedMegabytes * 4, on(durable), on(durable), on(durable));
    }

    private static String on(boolean yes) {
        return yes ? "on" : "off";
    }
}
