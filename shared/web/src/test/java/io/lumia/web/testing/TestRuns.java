package io.lumia.web.testing;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.Item;
import io.lumia.collection.ItemResult;
import io.lumia.collection.ItemStatus;
import io.lumia.collection.Job;
import io.lumia.collection.Origin;
import io.lumia.collection.Run;
import io.lumia.collection.SessionCount;
import io.lumia.market.Dataset;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Three runs of a job: one that succeeded, one of which an item failed, one that still runs. */
final class TestRuns {

    static final Job JOB = new Job(
            new UUID(0, 1),
            "daily-prices",
            "bundle",
            "demo",
            List.of(Dataset.ASSETS),
            "cron(0 18 ? * MON-FRI *)",
            "UTC",
            true);

    private static final Origin ORIGIN = new Origin("bundle", "demo", "demo");
    private static final LocalDate TO = LocalDate.parse("2014-12-31");

    private TestRuns() {}

    static void fill(ApplicationContext context) {
        run(
                context,
                1,
                "2014-12-29T23:00:00Z",
                ItemResult.withoutRows(ItemStatus.UNCHANGED, "unchanged", "", new SessionCount(100, 99)));
        run(context, 2, "2014-12-30T23:00:00Z", ItemResult.failed("unreachable", "the folder is gone"));
        run(context, 3, "2014-12-31T23:00:00Z", null);
    }

    private static void run(ApplicationContext context, int number, String tick, @Nullable ItemResult end) {
        CollectionLog log = context.getBean(CollectionLog.class);
        Instant at = Instant.parse(tick);
        Run run = Run.starting(new UUID(1, number), JOB.name(), "schedule", at, null, TO, at, 1);
        Item item = Item.planned(new UUID(2, number), run.id(), Dataset.ASSETS, List.of("AAPL"), null, TO);
        context.getBean(Transactions.class).inTransaction(() -> {
            log.start(run, ORIGIN, List.of(item));
            log.askNextStage(run.id(), at);
            if (end != null) {
                log.end(item.id(), end, at.plusSeconds(2));
                log.finish(run.id(), at.plusMillis(2500));
            }
        });
    }
}
