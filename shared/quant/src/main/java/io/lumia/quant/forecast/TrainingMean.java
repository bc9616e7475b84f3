package io.lumia.quant.forecast;

import io.lumia.quant.linear.Loops;

/** Forecasts the mean of the targets it was shown, whatever the features: what a model must beat to have learnt something. */
public record TrainingMean() implements ForecastModel {

    @Override
    public Fitted fit(double[][] features, double[] targets) {
        double mean = Loops.sum(targets) / targets.length;
        return _ -> mean;
    }
}
