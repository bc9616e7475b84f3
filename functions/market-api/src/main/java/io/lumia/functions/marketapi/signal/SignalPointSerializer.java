package io.lumia.functions.marketapi.signal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes {@code {"date": …, "return_1d": …}} with exactly the wanted columns; what is not known is null. Numbers are the
 * shortest decimals of what is stored, written out.
 */
@Singleton
final class SignalPointSerializer implements Serializer<SignalPoint> {

    /** Between these {@link Double#toString} uses no exponent. */
    private static final double SMALLEST_PLAIN = 1e-3;

    private static final double FIRST_NOT_PLAIN = 1e7;

    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends SignalPoint> type, SignalPoint point)
            throws IOException {
        try (Encoder object = encoder.encodeObject(type)) {
            object.encodeKey("date");
            object.encodeString(point.row().date().toString());
            for (Indicator column : point.columns()) {
                object.encodeKey(column.columnName());
                write(object, column.of(point));
            }
        }
    }

    private static void write(Encoder encoder, double value) throws IOException {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            encoder.encodeNull();
        } else if (value == Math.rint(value) && size < Long.MAX_VALUE / 2.0) {
            encoder.encodeLong((long) value);
        } else if (size >= SMALLEST_PLAIN && size < FIRST_NOT_PLAIN) {
            encoder.encodeDouble(value);
        } else {
            encoder.encodeBigDecimal(BigDecimal.valueOf(value).stripTrailingZeros());
        }
    }
}
