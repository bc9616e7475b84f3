package io.lumia.recommendation.backtest;

import io.lumia.recommendation.request.Choice;

/** When a decision made at a session's close is traded. */
public enum Execution implements Choice {
    /** At the close of the next session: nobody can trade at the price that he decides by. */
    NEXT_CLOSE,
    /** At the same close: kinder than life, for comparison with studies that do so. */
    SAME_CLOSE
}
