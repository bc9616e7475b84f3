package io.lumia.local.cli;

import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.FolderLock;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.time.Clocks;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A data folder that belongs to the benchmarks and is emptied before each. */
final class BenchFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder; without it .lumia/bench. It is emptied first.")
    private @Nullable Path data;

    /** An empty installation without pollers. */
    LocalRuntime start(LumiaCommand command) {
        DataFolder folder = command.folder(data, "bench");
        try (FolderLock _ = FolderLock.take(folder)) {
            folder.wipe();
        }
        return LocalRuntime.start(new LocalRuntime.Setting(folder, "bench", Clocks.real(), null, null));
    }
}
