package io.lumia.recommendation.record.json;

import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.PortfolioSummary;
import io.lumia.recommendation.advice.Position;
import io.lumia.recommendation.advice.Projection;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.record.RequestDocument;
import io.micronaut.serde.annotation.SerdeImport;

/** The records that are written as JSON and know nothing of it. A record that becomes part of them belongs here. */
@SerdeImport(Recommended.class)
@SerdeImport(Recommended.NextInLine.class)
@SerdeImport(Recommended.Sale.class)
@SerdeImport(Withheld.class)
@SerdeImport(Withheld.Reason.class)
@SerdeImport(Basis.class)
@SerdeImport(Basis.UniverseReport.class)
@SerdeImport(Position.class)
@SerdeImport(Position.Allocation.class)
@SerdeImport(Position.Rationale.class)
@SerdeImport(Position.ScoreContribution.class)
@SerdeImport(Position.Evidence.class)
@SerdeImport(Position.AssetRisk.class)
@SerdeImport(Position.Counterfactual.class)
@SerdeImport(PortfolioSummary.class)
@SerdeImport(PortfolioSummary.Stress.class)
@SerdeImport(PortfolioSummary.Shock.class)
@SerdeImport(PortfolioSummary.Cash.class)
@SerdeImport(Projection.class)
@SerdeImport(Projection.Point.class)
@SerdeImport(RequestDocument.class)
@SerdeImport(RequestDocument.HeldDocument.class)
final class AdviceImports {

    private AdviceImports() {}
}
