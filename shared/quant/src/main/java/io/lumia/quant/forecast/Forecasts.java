package io.lumia.quant.forecast;

/**
 * Forecasts of consecutive rows beside what came.
 *
 * @param firstRow    the row of the first forecast, counted as in {@link ForecastRows}
 * @param predictions one for each row
 * @param targets     what was to be forecast, in the same unit
 */
public record Forecasts(int firstRow, double[] predictions, double[] targets) {}
