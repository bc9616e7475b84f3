package io.lumia.recommendation.backtest.job;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Looks how a backtest is. Somebody else's is not found. */
@Singleton
@Requires(beans = BacktestBook.class)
public final class ReadBacktest {

    private static final int MOST_LISTED = 100;

    private final BacktestBook book;

    ReadBacktest(BacktestBook book) {
        this.book = book;
    }

    /** Fails with NOT_FOUND. */
    public BacktestJob get(UUID id, String actor) {
        return book.find(id, actor)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "there is no backtest " + id));
    }

    /** The newest hundred, without reports. */
    public List<BacktestJob> list(String actor) {
        return book.list(actor, MOST_LISTED);
    }
}
