package io.lumia.events.backtestrequested.v1;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A message to the queue {@code run-backtest}: a stored backtest is to be run, or to be gone on with. What is to be tried, and how far it
 * has come, is in table {@code recommendation.backtest}.
 *
 * @param messageId  same for every delivery of this message
 * @param backtestId of the stored backtest
 * @param round      0 to begin; each further message of a backtest that takes longer than one call may has the next number
 */
@Serdeable
public record BacktestRequested(UUID messageId, UUID backtestId, int round) {}
