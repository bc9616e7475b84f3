package io.lumia.signals.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.lumia.platform.database.Sql;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Processor time of this process and of PostgreSQL's. Ours is all threads' time, garbage collection and just-in-time
 * compiler included. PostgreSQL's is the sum over the server's processes (backends, WAL writer, checkpointer …) that
 * lived from beginning to end, from {@code /proc/PID/stat}; unknown where the server is not on this machine.
 */
final class CpuMeter {

    private static final double NANOS_PER_SECOND = 1e9;

    /** Linux counts in clock ticks; the kernel shows them to programs as hundredths of a second on every platform. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TICKS_FIELD = 11;
    private static final int SYSTEM_TICKS_FIELD = 12;

    private static final String SERVER_PROCESSES = "SELECT pid FROM pg_stat_activity";

    private final Sql sql;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    CpuMeter(Sql sql) {
        this.sql = sql;
    }

    Cost measure(Runnable work) {
        Map<Integer, Long> ticksBefore = serverTicks();
        long cpuBefore = system.getProcessCpuTime();
        long wallBefore = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - wallBefore) / NANOS_PER_SECOND;
        double cpu = (system.getProcessCpuTime() - cpuBefore) / NANOS_PER_SECOND;
        return new Cost(wall, cpu, serverSeconds(ticksBefore, serverTicks()).orElse(-1));
    }

    private static OptionalDouble serverSeconds(Map<Integer, Long> before, Map<Integer, Long> after) {
        if (before.isEmpty()) {
            return OptionalDouble.empty();
        }
        long ticks = 0;
        for (Map.Entry<Integer, Long> process : after.entrySet()) {
            ticks += process.getValue() - before.getOrDefault(process.getKey(), process.getValue());
        }
        return OptionalDouble.of(ticks / TICKS_PER_SECOND);
    }

    private Map<Integer, Long> serverTicks() {
        return sql.withConnection(connection -> {
            Map<Integer, Long> ticks = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(SERVER_PROCESSES)) {
                while (rows.next()) {
                    int pid = rows.getInt(1);
                    long used = ticks(pid);
                    if (used >= 0) {
                        ticks.put(pid, used);
                    }
                }
            }
            return ticks;
        });
    }

    /** User and system time; -1 where the process is not one of this machine's PostgreSQL. */
    private static long ticks(int pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Integer.toString(pid), "stat"));
            if (!stat.contains("(postgres)")) {
                return -1;
            }
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER_TICKS_FIELD]) + Long.parseLong(fields[SYSTEM_TICKS_FIELD]);
        } catch (IOException _) {
            return -1;
        }
    }

    /**
     * @param postgresCpuSeconds -1 where the server is not on this machine
     */
    record Cost(double wallSeconds, double processCpuSeconds, double postgresCpuSeconds) {}
}
