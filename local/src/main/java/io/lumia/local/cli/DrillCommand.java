package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.drill.DrillReport;
import io.lumia.local.drill.RestoreDrill;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.folder.Folders;
import io.lumia.local.time.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exercises a restore. */
@Command(
        name = "drill",
        description = {
            "Lose a copy of the database while it is written to, restore it from a base backup and the archived log,"
                    + " and measure both.",
            "The data folder itself is only read. Needs room for four times the database beside it."
        },
        mixinStandardHelpOptions = true)
final class DrillCommand extends LumiaCommand {

    private static final int LONGEST_SECONDS = 3_600;
    private static final int COPIES = 4;
    private static final double MEGABYTE = 1e6;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--seconds",
            defaultValue = "90",
            description = "For how long it is written to before it is lost, 1 to 3600 (default 90).")
    private int seconds = 90;

    @Option(
            names = "--archive-seconds",
            defaultValue = "60",
            description =
                    "After which at the latest the log is archived, 1 to 3600 (default 60): this bounds the loss.")
    private int archiveSeconds = 60;

    @Override
    int run() throws IOException {
        Limits.check("--seconds", seconds, LONGEST_SECONDS);
        Limits.check("--archive-seconds", archiveSeconds, LONGEST_SECONDS);
        DataFolder folder = data.folder(this);
        if (!folder.exists()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "%s holds nothing yet; load it: lumia demo --once".formatted(folder.root()));
        }
        Path scratch = folder.root().resolve("drill-" + ProcessHandle.current().pid());
        try (FolderLock _ = FolderLock.take(folder)) {
            checkSpace(folder);
            DrillReport report = new RestoreDrill(
                            scratch,
                            Clocks.real(),
                            archiveSeconds,
                            Duration.ofSeconds(seconds),
                            text -> note("%s", text))
                    .run(folder);
            print(report, () -> show(report));
            return report.isWithinGoals() ? ExitCodes.DONE : ExitCodes.FAILED;
        } finally {
            Folders.deleteAll(scratch);
        }
    }

    private void show(DrillReport report) {
        out().println("database            %.0f MB, %,d rows"
                .formatted(report.databaseBytes() / MEGABYTE, report.rows()));
        out().println("base backup         %.1f s, while it worked".formatted(report.backupMilliseconds() / 1000.0));
        out().println(String.format(
                Locale.ROOT,
                "recovery (RTO)      %.1f s until the restored one answered; goal %d s",
                report.recoverySeconds(),
                DrillReport.RECOVERY_GOAL_SECONDS));
        out().println(String.format(
                Locale.ROOT,
                "loss (RPO)          %.1f s of writes, %d of %d; goal %d s, the log is archived every %d s",
                report.lossSeconds(),
                report.acknowledgedWrites() - report.restoredWrites(),
                report.acknowledgedWrites(),
                DrillReport.LOSS_GOAL_SECONDS,
                report.archiveSeconds()));
        out().println("rows restored       %,d of %,d".formatted(report.restoredRows(), report.rows()));
        out().println(report.isWithinGoals() ? "within the goals" : "NOT within the goals");
    }

    private static void checkSpace(DataFolder folder) throws IOException {
        if (!folder.holdsDatabase()) {
            return;
        }
        long needed = COPIES * size(folder.postgres());
        long free = Files.getFileStore(folder.root()).getUsableSpace();
        if (free < needed) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "%.0f MB are free beside %s; needed: %.0f MB"
                            .formatted(free / MEGABYTE, folder.root(), needed / MEGABYTE));
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }
}
