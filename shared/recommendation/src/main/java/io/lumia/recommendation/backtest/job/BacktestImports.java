package io.lumia.recommendation.backtest.job;

import io.lumia.quant.backtest.AccountState;
import io.lumia.recommendation.backtest.BacktestReport;
import io.lumia.recommendation.backtest.BacktestState;
import io.lumia.recommendation.backtest.DayValue;
import io.lumia.recommendation.backtest.Decision;
import io.lumia.recommendation.request.RequestDraft;
import io.micronaut.serde.annotation.SerdeImport;

/** The records that are written as JSON and know nothing of it. A record that becomes part of them belongs here. */
@SerdeImport(AccountState.class)
@SerdeImport(DayValue.class)
@SerdeImport(Decision.class)
@SerdeImport(BacktestState.class)
@SerdeImport(BacktestReport.class)
@SerdeImport(BacktestReport.Figures.class)
@SerdeImport(BacktestReport.Comparison.class)
@SerdeImport(BacktestReport.Range.class)
@SerdeImport(BacktestReport.Trading.class)
@SerdeImport(BacktestDraft.class)
@SerdeImport(RequestDraft.class)
@SerdeImport(RequestDraft.HoldingDraft.class)
final class BacktestImports {

    private BacktestImports() {}
}
