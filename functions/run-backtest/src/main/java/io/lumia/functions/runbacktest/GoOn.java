package io.lumia.functions.runbacktest;

import io.lumia.events.backtestrequested.v1.BacktestRequested;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.lumia.recommendation.backtest.BacktestQuestion;
import io.lumia.recommendation.backtest.job.RunBacktest;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/** Runs a backtest for as long as one call may, and asks for the next call where that is too short. */
@Singleton
@Requires(beans = RunBacktest.class)
public final class GoOn {

    static final String SOURCE = "lumia.run-backtest";

    /** Of the function's 300 seconds; the rest is for the decision under way and the report. */
    static final Duration BUDGET = Duration.ofSeconds(200);

    /** A call makes one decision at least. */
    static final int MAX_ROUNDS = BacktestQuestion.MAX_DECISIONS;

    private static final int EVENTS_PER_FLUSH = 100;

    private final Run run;
    private final Transactions transactions;
    private final Outbox outbox;
    private final JsonCodec json;

    @Inject
    GoOn(RunBacktest runBacktest, Transactions transactions, Outbox outbox, JsonCodec json) {
        this(runBacktest::run, transactions, outbox, json);
    }

    GoOn(Run run, Transactions transactions, Outbox outbox, JsonCodec json) {
        this.run = run;
        this.transactions = transactions;
        this.outbox = outbox;
        this.json = json;
    }

    /** What {@link RunBacktest} does. */
    @FunctionalInterface
    interface Run {
        boolean finishes(UUID backtestId, Duration budget);
    }

    void run(BacktestRequested message) {
        if (message.round() > MAX_ROUNDS) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED,
                    "round of backtest %s is %d; allowed: at most %d"
                            .formatted(message.backtestId(), message.round(), MAX_ROUNDS));
        }
        if (!run.finishes(message.backtestId(), BUDGET)) {
            askForMore(message);
        }
    }

    private void askForMore(BacktestRequested message) {
        UUID next = NamedIds.of(message.messageId(), "next");
        BacktestRequested event = new BacktestRequested(next, message.backtestId(), message.round() + 1);
        transactions.inTransaction(
                () -> outbox.add(next, new Announcement(SOURCE, "BacktestRequested", json.write(event))));
        outbox.flush(EVENTS_PER_FLUSH);
    }
}
