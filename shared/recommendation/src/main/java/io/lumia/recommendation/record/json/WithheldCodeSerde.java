package io.lumia.recommendation.record.json;

import io.lumia.recommendation.advice.Withheld.Code;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;

/** Reasons for withholding in lower case, as all codes are. */
@Singleton
final class WithheldCodeSerde implements Serde<Code> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Code> type, Code value)
            throws IOException {
        encoder.encodeString(value.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Code deserialize(Decoder decoder, DecoderContext context, Argument<? super Code> type) throws IOException {
        return Code.valueOf(decoder.decodeString().toUpperCase(Locale.ROOT));
    }
}
