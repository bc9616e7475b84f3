package io.lumia.platform.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;

/** A {@code double} or {@code Double}, by the rules of {@link JsonDoubles}. */
@Singleton
final class FiniteDoubleSerde implements Serde<Double> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Double> type, Double value)
            throws IOException {
        JsonDoubles.write(encoder, value);
    }

    @Override
    public Double deserialize(Decoder decoder, DecoderContext context, Argument<? super Double> type)
            throws IOException {
        return JsonDoubles.read(decoder);
    }
}
