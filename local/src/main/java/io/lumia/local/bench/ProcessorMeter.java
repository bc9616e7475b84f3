package io.lumia.local.bench;

import io.lumia.local.folder.DataFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of this process and of PostgreSQL. The server's comes from {@code /proc} (proc(5), fields 14 to 17:
 * user and system time of a process and of its children that ended); elsewhere it is unknown.
 */
final class ProcessorMeter {

    private static final double NANOS_PER_SECOND = 1e9;
    /** USER_HZ; 100 on every Linux that there is. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;

    private final DataFolder folder;

    ProcessorMeter(DataFolder folder) {
        this.folder = folder;
    }

    Reading read() {
        return new Reading(System.nanoTime() / NANOS_PER_SECOND, ourSeconds(), postgresSeconds());
    }

    private static double ourSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NANOS_PER_SECOND
                : Double.NaN;
    }

    private double postgresSeconds() {
        try {
            long pid = Long.parseLong(Files.readAllLines(folder.postgres().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            double children =
                    server.children().mapToDouble(child -> seconds(child.pid())).sum();
            return seconds(pid) + children;
        } catch (IOException | RuntimeException _) {
            return Double.NaN;
        }
    }

    /** A child that ended meanwhile is counted with its parent. */
    static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = USER_TIME; field <= CHILDREN_SYSTEM_TIME; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException _) {
            return ProcessHandle.of(pid).isPresent() ? Double.NaN : 0;
        }
    }

    /** A point in time; differences count. */
    record Reading(double wallSeconds, double ourSeconds, double postgresSeconds) {

        Reading since(Reading start) {
            return new Reading(
                    wallSeconds - start.wallSeconds,
                    ourSeconds - start.ourSeconds,
                    postgresSeconds - start.postgresSeconds);
        }
    }
}
