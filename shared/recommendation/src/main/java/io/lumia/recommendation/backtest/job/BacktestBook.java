package io.lumia.recommendation.backtest.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps backtests. What is finished never changes again. */
public interface BacktestBook {

    /** Of one actor at a time; more of them wait for nobody. */
    int MAX_OPEN = 5;

    /** A second time with the same id changes nothing. @return false where the actor has {@value #MAX_OPEN} that are not finished */
    boolean add(BacktestJob job);

    /** Somebody else's is not found. */
    Optional<BacktestJob> find(UUID id, String actor);

    /** Whoever's it is: for the worker, which was told of it by a message of ours and answers nobody. */
    Optional<BacktestJob> findToRun(UUID id);

    /** Newest first, without reports. */
    List<BacktestJob> list(String actor, int most);

    /** The state that was saved last, as JSON; empty before the first. */
    Optional<String> state(UUID id);

    /** Says that it runs; the first time counts. */
    void start(UUID id, Instant at);

    /** Saves how far it has come. Never goes back: of two that run at once the one that is ahead is kept. */
    void save(UUID id, double progress, String state);

    void succeed(UUID id, String report, Instant at);

    void fail(UUID id, String failure, Instant at);
}
