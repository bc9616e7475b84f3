package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;
import java.util.List;

/** A fitted {@link Ridge}. Immutable. */
public final class RidgeFit implements ForecastModel.Fitted {

    private final double intercept;
    private final double[] coefficients;
    private final List<Spread> spreads;

    RidgeFit(double intercept, double[] coefficients, List<Spread> spreads) {
        this.intercept = intercept;
        this.coefficients = coefficients;
        this.spreads = spreads;
    }

    /** The forecast where every feature has its training mean: the mean target. */
    public double intercept() {
        return intercept;
    }

    /** What one standard deviation of each feature adds to the forecast; freshly made. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    @Override
    public double predict(double[] features) {
        if (features.length != coefficients.length) {
            throw AppException.invalid("number of features", features.length, coefficients.length + ", as fitted");
        }
        double forecast = intercept;
        for (int i = 0; i < coefficients.length; i++) {
            forecast += coefficients[i] * spreads.get(i).standardised(features[i]);
        }
        return forecast;
    }
}
