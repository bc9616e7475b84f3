package io.lumia.local.text;

import io.lumia.collection.Run;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Runs of the collection as a table. */
public final class RunText {

    private RunText() {}

    public static TextTable table(List<Run> runs) {
        TextTable table = new TextTable(
                "run for",
                "job",
                "trigger",
                "status",
                "items",
                "loaded",
                "unchanged",
                "quarantined",
                "complete",
                "time");
        for (Run run : runs) {
            Double completeness = run.completeness();
            table.row(
                    run.to(),
                    run.jobName(),
                    run.trigger(),
                    run.status().code(),
                    run.asked(),
                    TextTable.count(run.rowsLoaded()),
                    TextTable.count(run.rowsUnchanged()),
                    TextTable.count(run.quarantined().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()),
                    completeness == null ? null : String.format(Locale.ROOT, "%.2f %%", completeness * 100),
                    run.finishedAt() == null
                            ? null
                            : TextTable.seconds(Duration.between(run.startedAt(), run.finishedAt())
                                            .toMillis()
                                    / 1000.0));
        }
        return table;
    }
}
