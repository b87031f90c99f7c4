package org.heed.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The server's configuration. What guards records and secrets goes on the command line, which
 * overrules every file; the rest goes into {@code postgresql.conf}, where the folder's {@code
 * local.conf} may overrule it.
 */
final class ClusterSettings {
  private static final long MIB = 1L << 20;

  private ClusterSettings() {}

  /** Only password logins, only from this machine; replication is not let in at all. */
  static String hostAccess() {
    return """
    # Written by Heed at each start.
    host all all 127.0.0.1/32 scram-sha-256
    host all all ::1/128 scram-sha-256
    """;
  }

  /** The settings that nothing may overrule. */
  static Map<String, String> guarded(int port, boolean durable) {
    String on = durable ? "on" : "off";
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", Integer.toString(port));
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("fsync", on);
    settings.put("full_page_writes", on);
    settings.put("synchronous_commit", on);
    // Errors and the statements that raised them can hold what people wrote: the application, which
    // gets them, decides what to log; the server logs only its own life.
    settings.put("log_min_messages", "log");
    settings.put("log_min_error_statement", "panic");
    settings.put("log_statement", "none");
    settings.put("log_duration", "off");
    settings.put("log_min_duration_statement", "-1");
    settings.put("log_min_duration_sample", "-1");
    settings.put("log_transaction_sample_rate", "0");
    settings.put("log_lock_waits", "off");
    settings.put("log_autovacuum_min_duration", "-1");
    settings.put("log_temp_files", "-1");
    settings.put("log_parameter_max_length", "0");
    settings.put("log_parameter_max_length_on_error", "0");
    settings.put("log_error_verbosity", "terse");
    settings.put("log_destination", "stderr");
    settings.put("logging_collector", "off");
    return settings;
  }

  static String file(DataFolder data) {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MIB;
    long buffers = Math.clamp(memory / 16, 64, 512);
    List<String> lines =
        List.of(
            "# Written by Heed at each start; put changes into " + data.localSettings() + ".",
            "cluster_name = 'heed'",
            "max_connections = 100",
            "shared_buffers = " + buffers + "MB",
            "effective_cache_size = " + Math.max(128, memory / 2) + "MB",
            "work_mem = 16MB",
            "maintenance_work_mem = " + Math.clamp(memory / 32, 32, 256) + "MB",
            "min_wal_size = 128MB",
            "max_wal_size = 2GB",
            "checkpoint_timeout = 15min",
            "random_page_cost = 1.1",
            "jit = off",
            "ssl = off",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "log_line_prefix = '%m [%p] '",
            "lc_messages = 'C'",
            "datestyle = 'ISO, YMD'",
            "default_text_search_config = 'pg_catalog.english'",
            "include_if_exists = '" + data.localSettings().toString().replace("'", "''") + "'",
            "");
    return String.join("\n", lines);
  }
}
