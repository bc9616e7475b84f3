package io.lumia.recommendation.backtest.job;

import io.lumia.recommendation.request.RequestDraft;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as somebody asked for it; null where he said nothing. {@link BacktestCheck} makes a question of it.
 *
 * @param request       as for a recommendation; its holdings and as-of must not be given
 * @param from          day of the first decision, or before it
 * @param to            last day
 * @param rebalancing   monthly_first, monthly_last (usual), quarterly_first, quarterly_last or every_sessions
 * @param everySessions of {@code every_sessions}: how many from one decision to the next
 * @param execution     next_close (usual) or same_close
 * @param seed          of the report's resampling, 1 where not given
 */
public record BacktestDraft(
        @Nullable RequestDraft request,
        @Nullable String from,
        @Nullable String to,
        @Nullable String rebalancing,
        @Nullable Integer everySessions,
        @Nullable String execution,
        @Nullable Long seed) {}
