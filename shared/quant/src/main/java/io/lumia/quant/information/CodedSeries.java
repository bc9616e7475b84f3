package io.lumia.quant.information;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A series of few different values, each a code. Copied; to be read only.
 *
 * @param base  how many codes there can be
 * @param codes each from 0 to base - 1, oldest first
 */
public record CodedSeries(int base, int[] codes) {

    public static final int MAX_BASE = 1_000;

    public CodedSeries {
        if (base < 2 || base > MAX_BASE) {
            throw AppException.invalid("base", base, "2 to " + MAX_BASE);
        }
        codes = codes.clone();
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < 0 || codes[i] >= base) {
                throw AppException.invalid("code [" + i + "]", codes[i], "0 to " + (base - 1));
            }
        }
    }

    /** 1 for a rise, 0 for a fall and for no move. */
    public static CodedSeries ofSigns(double[] series) {
        int[] signs = Arrays.stream(SeriesPair.finite("series", series))
                .mapToInt(value -> value > 0 ? 1 : 0)
                .toArray();
        return new CodedSeries(2, signs);
    }

    /**
     * Parts of equal size: ⌊base · rank / n⌋, the rank counting from 0 for the lowest; equal values are ranked in their order. Three
     * codes are terciles. Sees the whole series: a description of the past, not for use as of a day in it.
     */
    public static CodedSeries ofQuantiles(double[] series, int base) {
        double[] checked = SeriesPair.finite("series", series);
        // Adding zero makes -0.0 equal to 0.0.
        int[] ascending = IntStream.range(0, checked.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> checked[i] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] codes = new int[checked.length];
        for (int rank = 0; rank < ascending.length; rank++) {
            codes[ascending[rank]] = (int) ((long) base * rank / ascending.length);
        }
        return new CodedSeries(base, codes);
    }

    public int size() {
        return codes.length;
    }

    /** The {@code length} codes before t as one number, the latest counting most. */
    int history(int t, int length) {
        int code = 0;
        for (int lag = 1; lag <= length; lag++) {
            code = code * base + codes[t - lag];
        }
        return code;
    }

    /** How many histories of a length there can be; a double, as it may be beyond any int. */
    double states(int length) {
        return Math.pow(base, length);
    }
}
