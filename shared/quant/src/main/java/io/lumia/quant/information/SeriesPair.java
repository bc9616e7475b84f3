package io.lumia.quant.information;

import io.lumia.kernel.AppException;

/**
 * Two series of the same days, oldest first, such as daily log returns. Should be stationary: prices are not. Copied; immutable.
 */
public final class SeriesPair {

    private final double[] source;
    private final double[] target;

    private SeriesPair(double[] source, double[] target) {
        this.source = source;
        this.target = target;
    }

    /**
     * @param source the series that may tell
     * @param target the series that may be told about; as long as the source
     */
    public static SeriesPair of(double[] source, double[] target) {
        if (source.length != target.length) {
            throw AppException.invalid("length of the target", target.length, source.length + ", as the source has");
        }
        return new SeriesPair(finite("source", source), finite("target", target));
    }

    /** A copy; fails with INVALID_INPUT that names the first value that is not finite. */
    static double[] finite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw AppException.invalid(name + " [" + i + "]", values[i], "a finite number");
            }
        }
        return values.clone();
    }

    /** The other direction. */
    public SeriesPair reversed() {
        return new SeriesPair(target, source);
    }

    public int size() {
        return source.length;
    }

    double[] source() {
        return source;
    }

    double[] target() {
        return target;
    }
}
