package io.lumia.local.cli;

import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtime.Pipeline;
import io.lumia.local.text.Progress;
import io.lumia.local.text.RunText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Collects a bundle now. */
@Command(
        name = "ingest",
        description = "Collect what a bundle has and our books lack, compute signals, print the run's report.",
        mixinStandardHelpOptions = true)
final class IngestCommand extends LumiaCommand {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--bundle", paramLabel = "DIR", description = "A folder or zip; without it the demo's.")
    private @Nullable Path bundle;

    @Override
    int run() {
        DataFolder folder = data.folder(this);
        Path source = Bundles.orDemo(bundle);
        Bundles.catalog(source);
        try (Installation installation = Installation.openOrCreate(folder, "ingest")) {
            note("data folder %s", folder.root());
            Optional<Run> run = ingest(installation, source);
            print(document(folder, source, run), () -> show(run));
            return run.isEmpty() || run.get().status() == RunStatus.SUCCEEDED ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private static Optional<Run> ingest(Installation installation, Path source) {
        BundleJob job = new BundleJob(installation.functions());
        job.register(source);
        installation.recover();
        Pipeline pipeline = installation.pipeline();
        try (Progress progress = Progress.of("loading " + source.getFileName(), 1)) {
            return job.plan("manual", installation.clock().instant())
                    .map(run -> job.await(run, pipeline, progress, Waits.LOAD));
        }
    }

    private static Map<String, Object> document(DataFolder folder, Path source, Optional<Run> run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("data_folder", folder.root());
        document.put("bundle", source);
        document.put("run", run.orElse(null));
        return document;
    }

    private void show(Optional<Run> run) {
        if (run.isEmpty()) {
            out().println("nothing to collect: our books have all that the bundle offers");
        } else {
            RunText.table(List.of(run.get())).print(out());
            run.get().quarantined().forEach((reason, rows) -> out().println(
                            "  quarantined as %s: %,d".formatted(reason, rows)));
            run.get().failures().forEach((outcome, items) -> out().println(
                            "  failed with %s: %,d items".formatted(outcome, items)));
        }
    }
}
