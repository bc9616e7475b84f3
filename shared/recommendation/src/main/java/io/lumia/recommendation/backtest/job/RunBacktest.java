package io.lumia.recommendation.backtest.job;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.AssetCatalog;
import io.lumia.market.PriceHistory;
import io.lumia.platform.json.JsonCodec;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.backtest.Backtest;
import io.lumia.recommendation.backtest.BacktestMarket;
import io.lumia.recommendation.backtest.BacktestQuestion;
import io.lumia.recommendation.backtest.BacktestState;
import io.lumia.recommendation.backtest.ReportMaker;
import io.lumia.recommendation.backtest.SnapshotMarket;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.snapshot.Snapshots;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use case: a backtest is due → it is run from where it stands, saved after each decision, and reported. Running it again after a crash,
 * or twice at once, gives the same: it depends on what was stored alone.
 */
@Singleton
@Requires(beans = {BacktestBook.class, Snapshots.class, PriceHistory.class, AssetCatalog.class})
public final class RunBacktest {

    private static final Logger LOG = LoggerFactory.getLogger(RunBacktest.class);

    private final BacktestBook book;
    private final Snapshots snapshots;
    private final PriceHistory prices;
    private final AssetCatalog catalog;
    private final JsonCodec json;
    private final Clock clock;

    RunBacktest(
            BacktestBook book,
            Snapshots snapshots,
            PriceHistory prices,
            AssetCatalog catalog,
            JsonCodec json,
            Clock clock) {
        this.book = book;
        this.snapshots = snapshots;
        this.prices = prices;
        this.catalog = catalog;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs for about so long. What can never work is stored as failed; what may work later fails and can be tried again.
     *
     * @param budget after which no further decision is begun
     * @return whether it is finished
     */
    public boolean run(UUID id, Duration budget) {
        Optional<BacktestJob> found = book.findToRun(id);
        if (found.isEmpty()) {
            LOG.info("backtest {} is gone, as is whoever asked for it", id);
            return true;
        }
        BacktestJob job = found.get();
        if (job.status().isFinished()) {
            return true;
        }
        book.start(id, clock.instant());
        try {
            return run(job, clock.instant().plus(budget));
        } catch (AppException e) {
            if (e.code() != ErrorCode.INVALID_INPUT) {
                throw e;
            }
            book.fail(id, e.getMessage(), clock.instant());
            return true;
        }
    }

    private boolean run(BacktestJob job, Instant deadline) {
        EngineConfiguration configuration = Configurations.find(job.configuration())
                .orElseThrow(() -> AppException.invalid("configuration", job.configuration(), "one that we know"));
        BacktestQuestion question = question(job);
        Backtest backtest =
                new Backtest(new RecommendationEngine(configuration), market(job, question, configuration), question);
        Optional<String> saved = book.state(job.id());
        BacktestState from = saved.isEmpty() ? backtest.start() : json.read(saved.get(), BacktestState.class);
        BacktestState reached = backtest.run(from, (state, total) -> {
            book.save(job.id(), state.next() / (double) total, json.write(state));
            return clock.instant().isBefore(deadline);
        });
        if (!backtest.isFinished(reached)) {
            return false;
        }
        String report = json.write(ReportMaker.make(question, configuration, reached));
        book.succeed(job.id(), report, clock.instant());
        return true;
    }

    private BacktestQuestion question(BacktestJob job) {
        return switch (BacktestCheck.check(json.read(job.draft(), BacktestDraft.class), job.knownAt())) {
            case BacktestCheck.Checked.Accepted accepted -> accepted.question();
            case BacktestCheck.Checked.Refused refused ->
                throw new AppException(
                        ErrorCode.INVALID_INPUT, refused.faults().getFirst().message());
        };
    }

    private BacktestMarket market(BacktestJob job, BacktestQuestion question, EngineConfiguration configuration) {
        SnapshotMarket.Span span = new SnapshotMarket.Span(question.from(), question.to(), job.knownAt());
        return new SnapshotMarket(snapshots, prices, catalog, configuration, span);
    }
}
