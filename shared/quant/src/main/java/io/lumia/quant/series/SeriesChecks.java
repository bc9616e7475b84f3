package io.lumia.quant.series;

import io.lumia.kernel.AppException;
import java.time.LocalDate;

/** The checks that bars and benchmark share. Each names the field, the index and the value that it refuses. */
final class SeriesChecks {

    private SeriesChecks() {}

    static void sameLength(String field, double[] values, int expectedLength) {
        if (values.length != expectedLength) {
            throw AppException.invalid(
                    field + ".length", values.length, expectedLength + ", the number of dates in the series");
        }
    }

    static void ascending(String field, int[] epochDays) {
        for (int i = 1; i < epochDays.length; i++) {
            if (epochDays[i] <= epochDays[i - 1]) {
                throw AppException.invalid(
                        field + "[" + i + "]",
                        LocalDate.ofEpochDay(epochDays[i]),
                        "a date after its predecessor " + LocalDate.ofEpochDay(epochDays[i - 1]));
            }
        }
    }

    static void finite(String field, double[] values, int[] epochDays) {
        boolean finite = true;
        for (double value : values) {
            finite &= Double.isFinite(value);
        }
        if (!finite) {
            throw firstNotFinite(field, values, epochDays);
        }
    }

    static boolean allPositive(double[] values) {
        boolean positive = true;
        for (double value : values) {
            positive &= value > 0;
        }
        return positive;
    }

    private static AppException firstNotFinite(String field, double[] values, int[] epochDays) {
        int i = 0;
        while (Double.isFinite(values[i])) {
            i++;
        }
        return AppException.invalid(
                field + "[" + i + "] of " + LocalDate.ofEpochDay(epochDays[i]), values[i], "a finite price");
    }
}
