package io.lumia.quant.forecast;

/** Something that learns to forecast one number from some others. */
public interface ForecastModel {

    /**
     * Learns from the given rows and nothing else. The arrays are to be read only.
     *
     * @param features by row, then by feature
     * @param targets  by row
     */
    Fitted fit(double[][] features, double[] targets);

    /** What was learnt. */
    @FunctionalInterface
    interface Fitted {

        /** The forecast, in the unit of the targets. */
        double predict(double[] features);
    }
}
