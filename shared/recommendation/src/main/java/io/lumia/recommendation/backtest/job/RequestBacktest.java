package io.lumia.recommendation.backtest.job;

import io.lumia.events.backtestrequested.v1.BacktestRequested;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.request.RequestFault;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The use case: somebody asks for a backtest → it is checked, stored, and {@code run-backtest} hears of it. */
@Singleton
@Requires(beans = BacktestBook.class)
public final class RequestBacktest {

    /** By which the event's rule knows who asked. */
    public static final String SOURCE = "lumia.recommendation-api";

    private static final int EVENTS_PER_FLUSH = 100;

    private final BacktestBook book;
    private final Transactions transactions;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    RequestBacktest(BacktestBook book, Transactions transactions, Outbox outbox, JsonCodec json, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {

        /** The job to look for. */
        record Accepted(UUID id) implements Answer {}

        /** @param faults at least one */
        record Refused(List<RequestFault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /**
     * Fails with LIMIT_REACHED where the actor has {@value BacktestBook#MAX_OPEN} that are not finished.
     *
     * @param id new, or that of the first try where a request is repeated: then nothing is done twice
     */
    public Answer request(UUID id, String actor, BacktestDraft draft, EngineConfiguration configuration) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (BacktestCheck.check(draft, now)) {
            case BacktestCheck.Checked.Refused refused -> new Answer.Refused(refused.faults());
            case BacktestCheck.Checked.Accepted _ -> {
                store(BacktestJob.queued(id, actor, json.write(draft), configuration.version(), now));
                yield new Answer.Accepted(id);
            }
        };
    }

    private void store(BacktestJob job) {
        transactions.inTransaction(() -> {
            if (!book.add(job)) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "%s has %d backtests that are not finished; allowed: %d"
                                .formatted(job.actor(), BacktestBook.MAX_OPEN, BacktestBook.MAX_OPEN));
            }
            UUID eventId = NamedIds.of(job.id(), "backtest-requested");
            BacktestRequested event = new BacktestRequested(eventId, job.id(), 0);
            outbox.add(eventId, new Announcement(SOURCE, "BacktestRequested", json.write(event)));
        });
        outbox.flush(EVENTS_PER_FLUSH);
    }
}
