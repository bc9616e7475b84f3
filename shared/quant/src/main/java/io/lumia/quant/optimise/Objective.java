package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;

/**
 * What the best portfolio is best at. w are weights, μ expected returns, Σ the covariance, all of one period. A return is
 * always net of {@link Trading}'s costs; objectives without a return refuse costs rather than leave them out.
 */
public sealed interface Objective {

    /** Largest (w′μ − riskFree)/√(w′Σw) (Sharpe 1966; the tangency portfolio of Tobin 1958). */
    record MaxSharpe(double riskFree) implements Objective {
        public MaxSharpe {
            Checks.requireFinite("risk-free return", riskFree);
        }
    }

    /** Smallest w′Σw (Markowitz 1952). */
    record MinVariance() implements Objective {}

    /** Largest w′μ − ½·riskAversion·w′Σw (Markowitz 1959). */
    record MeanVarianceUtility(double riskAversion) implements Objective {
        public MeanVarianceUtility {
            Checks.requirePositive("risk aversion", riskAversion);
        }
    }

    /** Smallest w′Σw with w′μ of at least the target. */
    record EfficientReturn(double target) implements Objective {
        public EfficientReturn {
            Checks.requireFinite("target return", target);
        }
    }

    /** Largest w′μ with √(w′Σw) of at most the target. */
    record EfficientRisk(double targetVolatility) implements Objective {
        public EfficientRisk {
            Checks.requirePositive("target volatility", targetVolatility);
        }
    }

    /** Largest w′σ/√(w′Σw), σ the assets' own volatilities (Choueifaty and Coignard 2008). */
    record MaxDiversification() implements Objective {}

    /** Every asset contributes the same part of the variance (Maillard, Roncalli and Teiletche 2010). */
    record RiskParity() implements Objective {}

    /**
     * wᵢ·(Σw)ᵢ = budgetᵢ·w′Σw (Bruder and Roncalli 2012).
     *
     * @param budgets positive, sum 1, by asset
     */
    record RiskBudgets(double[] budgets) implements Objective {
        public RiskBudgets {
            double sum = 0;
            for (int i = 0; i < budgets.length; i++) {
                Checks.requirePositive("risk budget of asset " + i, budgets[i]);
                sum += budgets[i];
            }
            if (Math.abs(sum - 1) > 1e-9) {
                throw AppException.invalid("sum of the risk budgets", sum, "1");
            }
        }
    }

    /** Hierarchical risk parity (López de Prado 2016); see {@link HierarchicalRiskParity}. */
    record Hierarchical() implements Objective {}

    /**
     * Smallest mean loss of the worst 1 − confidence of the scenarios (Rockafellar and Uryasev 2000), with part of a scenario
     * counted where the share is not a whole number of them.
     *
     * @param scenarios one row per period of simple returns, by asset; of equal probability
     * @param confidence 0.95 for the worst 5 %
     * @param targetReturn least w′μ; minus infinity for none
     */
    record MinConditionalValueAtRisk(double[][] scenarios, double confidence, double targetReturn)
            implements Objective {
        public MinConditionalValueAtRisk {
            if (!(confidence >= 0 && confidence < 1)) {
                throw AppException.invalid("confidence", confidence, "0 to below 1");
            }
            if (scenarios.length == 0) {
                throw AppException.invalid("number of scenarios", 0, "1 or more");
            }
            if (Double.isNaN(targetReturn)) {
                throw AppException.invalid("target return", targetReturn, "a number, or minus infinity for none");
            }
        }
    }

    /** The budget divided by the number of assets. */
    record EqualWeight() implements Objective {}
}
