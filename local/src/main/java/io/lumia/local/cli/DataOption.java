package io.lumia.local.cli;

import io.lumia.local.folder.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}, for commands that work on a data folder. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder; without it LUMIA_DATA, or .lumia/data beside the sources.")
    private @Nullable Path data;

    DataFolder folder(LumiaCommand command) {
        return command.folder(data, "");
    }

    @Nullable
    Path named() {
        return data;
    }
}
