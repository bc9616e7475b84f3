package io.lumia.functions.load;

import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.Providers;
import io.lumia.market.provider.RawAnswer;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.object.ObjectStore;
import jakarta.inject.Singleton;

/** Fetches raw answers, verifies that they are what was collected, and has their provider read them. */
@Singleton
final class RawAnswers {

    /** As much as a provider may hand out at once. */
    static final int MAX_BYTES = 256 << 20;

    private final ObjectStore objects;
    private final Providers providers;

    RawAnswers(ObjectStore objects, Providers providers) {
        this.objects = objects;
        this.providers = providers;
    }

    /** An answer with what it says. */
    record Read(Source source, ParsedAnswer rows) {}

    Read read(AnswerCollected message, StoredObject object, AnswerSource source) {
        MarketDataProvider provider = providers.get("provider of item " + message.itemId(), message.provider());
        RawAnswer answer =
                new RawAnswer(Dataset.parse(message.dataset()), source(source), object.contentType(), verified(object));
        return new Read(answer.source(), provider.read(answer));
    }

    private byte[] verified(StoredObject object) {
        byte[] content = objects.get(object.key(), MAX_BYTES);
        String sha256 = Sha256.hexOf(content);
        if (!sha256.equals(object.sha256())) {
            throw new AppException(
                    ErrorCode.MALFORMED_MESSAGE,
                    "object '%s' has SHA-256 %s; expected: %s".formatted(object.key(), sha256, object.sha256()));
        }
        return content;
    }

    private static Source source(AnswerSource source) {
        return new Source(
                source.provider(),
                source.name(),
                source.asOf(),
                PriceBasis.parse(source.priceBasis()),
                source.currency(),
                source.licence(),
                source.attribution());
    }
}
