/**
 * From scores to whole shares: {@link io.lumia.recommendation.portfolio.Candidates} chooses what is looked at,
 * {@link io.lumia.recommendation.portfolio.ReturnEstimate} says what is expected of it,
 * {@link io.lumia.recommendation.portfolio.PortfolioOptimiser} weighs it within the limits, and
 * {@link io.lumia.recommendation.portfolio.SharePlan} buys it. {@link io.lumia.recommendation.portfolio.Alternatives} tells where
 * the verdict would turn, {@link io.lumia.recommendation.portfolio.Frontier} what else could have been chosen.
 */
@NullMarked
package io.lumia.recommendation.portfolio;

import org.jspecify.annotations.NullMarked;
