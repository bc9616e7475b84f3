package io.lumia.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where something was measured.
 *
 * @param processor as the system names it
 */
public record Machine(String processor, int cores, long memoryMegabytes, String system, String java, String postgres) {

    private static final long MEGABYTE = 1024L * 1024;

    public static Machine here(String postgresVersion) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                memory() / MEGABYTE,
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                Runtime.version().toString(),
                postgresVersion);
    }

    public String line() {
        return "%s, %d cores, %d MB, %s, Java %s, PostgreSQL %s"
                .formatted(processor, cores, memoryMegabytes, system, java, postgres);
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static String processorName() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException _) {
            return "unknown processor";
        }
    }
}
