package io.lumia.recommendation.record.json;

import io.lumia.kernel.AssetId;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import jakarta.inject.Singleton;
import java.io.IOException;

/** An asset's id as a UUID, not as an object around one. */
@Singleton
final class AssetIdSerde implements Serde<AssetId> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends AssetId> type, AssetId value)
            throws IOException {
        encoder.encodeString(value.toString());
    }

    @Override
    public AssetId deserialize(Decoder decoder, DecoderContext context, Argument<? super AssetId> type)
            throws IOException {
        return AssetId.parse(decoder.decodeString());
    }
}
