package io.lumia.local.collect;

import io.lumia.collection.CollectionLog;
import io.lumia.collection.CollectionLog.UnansweredItem;
import io.lumia.collection.progress.RunProgress;
import io.lumia.local.books.Books;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.local.runtime.Pipeline;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up what an earlier process left. Queues live in memory, so at a start nothing is on its way: events that no
 * receiver took in leave again, items without an answer are asked for again, and what a collector of that process had
 * claimed is free. Receivers know what they have done before.
 */
public final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String ANNOUNCER = "lumia.plan-collection";
    private static final int MOST_ITEMS = 100_000;

    private final FunctionHost functions;
    private final Pipeline pipeline;
    private final Clock clock;

    public Recovery(FunctionHost functions, Pipeline pipeline, Clock clock) {
        this.functions = functions;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Before pollers start, so that nothing that is on its way is taken for lost. */
    public Recovered recover() {
        Books books = functions.bean(Books.class);
        books.endClaims();
        books.withdraw(RunProgress.COLLECT_REQUESTED);
        int events = books.announceAgain(announcedAgain());
        int items = askAgain();
        pipeline.flushEvents();
        if (events + items > 0) {
            LOG.info("taken up from an earlier process: {} events, {} items", events, items);
        }
        return new Recovered(events, items);
    }

    /** Not requests: their items are asked for again, and both together would be fetched twice. */
    private List<String> announcedAgain() {
        return functions.eventsIntoDatabase().stream()
                .filter(type -> !type.equals(RunProgress.COLLECT_REQUESTED))
                .toList();
    }

    private int askAgain() {
        CollectionLog log = functions.bean(CollectionLog.class);
        RunProgress progress = functions.bean(RunProgress.class);
        // The clock of a demo may stand before that of the process that asked.
        List<UnansweredItem> items = functions
                .bean(Transactions.class)
                .inTransaction(() -> log.unanswered(clock.instant().plus(Duration.ofDays(36_500)), MOST_ITEMS));
        for (UnansweredItem item : items) {
            functions.bean(Transactions.class).inTransaction(() -> progress.askAgainOrGiveUp(ANNOUNCER, item));
        }
        return items.size();
    }

    /**
     * What was taken up.
     *
     * @param events announced again
     * @param items  asked for again
     */
    public record Recovered(int events, int items) {

        public boolean isSomething() {
            return events + items > 0;
        }
    }
}
