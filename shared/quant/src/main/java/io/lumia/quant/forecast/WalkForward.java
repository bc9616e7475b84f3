package io.lumia.quant.forecast;

import io.lumia.kernel.AppException;

/**
 * Forecasts as they could have been made at the time. A model is fitted at an origin, forecasts the rows from there up to the next
 * origin, and is fitted anew with all rows that have become usable since ("expanding window").
 *
 * <p>Purge: an origin s trains on rows up to s − 1 − horizon, so that every training target was known at the close of day s − 1; a
 * row whose target reaches into the days being forecast is left out (M. López de Prado, "Advances in Financial Machine Learning",
 * 2018, chapter 7).
 *
 * @param firstOrigin the first row to forecast, counted as in {@link ForecastRows}
 * @param refitEvery  rows from one origin to the next, one or more
 */
public record WalkForward(int firstOrigin, int refitEvery) {

    public WalkForward {
        if (firstOrigin < 0) {
            throw AppException.invalid("first origin", firstOrigin, "a row, zero or above");
        }
        if (refitEvery < 1) {
            throw AppException.invalid("rows between refits", refitEvery, "1 or more");
        }
    }

    /**
     * One forecast for each row from the first origin on whose target is known.
     *
     * <p>Fails with INVALID_INPUT where the first origin has no row to train on or none to forecast; a model may want more rows.
     */
    public Forecasts run(ForecastRows rows, ForecastModel model) {
        requireOrigin(rows);
        double[] predictions = new double[rows.end() - firstOrigin];
        int origin = firstOrigin;
        while (origin < rows.end()) {
            int next = origin + Math.min(refitEvery, rows.end() - origin);
            forecast(rows, model, origin, rows.features(origin, next), predictions);
            origin = next;
        }
        return new Forecasts(firstOrigin, predictions, rows.targets(firstOrigin, rows.end()));
    }

    private void forecast(
            ForecastRows rows, ForecastModel model, int origin, double[][] features, double[] predictions) {
        int trainingEnd = origin - rows.horizon();
        ForecastModel.Fitted fitted =
                model.fit(rows.features(rows.first(), trainingEnd), rows.targets(rows.first(), trainingEnd));
        for (int i = 0; i < features.length; i++) {
            predictions[origin - firstOrigin + i] = fitted.predict(features[i]);
        }
    }

    private void requireOrigin(ForecastRows rows) {
        int smallest = rows.first() + rows.horizon() + 1;
        if (firstOrigin < smallest || firstOrigin >= rows.end()) {
            throw AppException.invalid(
                    "first origin",
                    firstOrigin,
                    "%d, which has one row to train on, to below %d, from where targets are not known"
                            .formatted(smallest, rows.end()));
        }
    }

    /**
     * The expanding mean to compare forecasts with: for each row the mean of all targets that an origin there could train on, under
     * the same purge. It is refitted at every row, whatever the model's interval; of daily returns with the first features in row
     * f, row t is forecast by the mean of r[f+1] to r[t−1].
     */
    public Forecasts expandingMean(ForecastRows rows) {
        return new WalkForward(firstOrigin, 1).run(rows, new TrainingMean());
    }
}
