/**
 * Forecasts of a return and an honest account of how good they would have been.
 *
 * <ul>
 *   <li>{@link io.lumia.quant.forecast.ReturnFeatures}: what a day's close tells of a series of returns, and the next day's return
 *       as what is to be forecast; makes {@link io.lumia.quant.forecast.ForecastRows};
 *   <li>{@link io.lumia.quant.forecast.ForecastModel}: learns from some rows;
 *       {@link io.lumia.quant.forecast.Ridge} and, to be beaten, {@link io.lumia.quant.forecast.TrainingMean};
 *   <li>{@link io.lumia.quant.forecast.WalkForward}: refits a model as time goes on and never shows it a target that its origin
 *       could not know; gives {@link io.lumia.quant.forecast.Forecasts};
 *   <li>{@link io.lumia.quant.forecast.ForecastScore}: error, R², hit rate and information coefficient of these.
 * </ul>
 *
 * <p>Daily returns are close to unpredictable: an out-of-sample R² about zero is the usual answer, a high one a reason to look for
 * a leak. What to do with a forecast is decided elsewhere.
 */
@NullMarked
package io.lumia.quant.forecast;

import org.jspecify.annotations.NullMarked;
