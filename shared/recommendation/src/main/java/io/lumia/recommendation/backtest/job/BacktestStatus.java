package io.lumia.recommendation.backtest.job;

import io.lumia.recommendation.request.Choice;

/** Where a backtest is. */
public enum BacktestStatus implements Choice {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED;

    public boolean isFinished() {
        return this == SUCCEEDED || this == FAILED;
    }
}
