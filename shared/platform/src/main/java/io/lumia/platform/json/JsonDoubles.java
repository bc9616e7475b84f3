package io.lumia.platform.json;

import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Doubles as JSON numbers: the shortest decimal that reads back to the same double, written out (10000000000, not
 * 1.0E10) from 1e-12 up to 1e21 and in scientific notation beyond. NaN and the infinities are no JSON numbers and are
 * refused both ways, as is text such as 1e309 that would silently become one.
 */
final class JsonDoubles {

    private static final double SMALLEST_WRITTEN_OUT = 1e-12;
    private static final double FIRST_NOT_WRITTEN_OUT = 1e21;

    private JsonDoubles() {}

    static void write(Encoder encoder, double value) throws IOException {
        if (!Double.isFinite(value)) {
            throw new SerdeException(value + " is no JSON number");
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= SMALLEST_WRITTEN_OUT && size < FIRST_NOT_WRITTEN_OUT)) {
            encoder.encodeBigDecimal(writtenOut(value));
        } else {
            encoder.encodeDouble(value);
        }
    }

    static double read(Decoder decoder) throws IOException {
        double value = decoder.decodeDouble();
        if (!Double.isFinite(value)) {
            throw decoder.createDeserializationException("a finite number was expected", value);
        }
        return value;
    }

    private static BigDecimal writtenOut(double value) {
        BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
