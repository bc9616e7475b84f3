package io.lumia.platform.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A {@code double[]}, each element by the rules of {@link JsonDoubles}. */
@Singleton
final class FiniteDoubleArraySerde implements Serde<double[]> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends double[]> type, double[] values)
            throws IOException {
        try (Encoder array = encoder.encodeArray(type)) {
            for (double value : values) {
                JsonDoubles.write(array, value);
            }
        }
    }

    @Override
    public double[] deserialize(Decoder decoder, DecoderContext context, Argument<? super double[]> type)
            throws IOException {
        List<Double> values = new ArrayList<>();
        try (Decoder array = decoder.decodeArray(type)) {
            while (array.hasNextArrayValue()) {
                values.add(JsonDoubles.read(array));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
