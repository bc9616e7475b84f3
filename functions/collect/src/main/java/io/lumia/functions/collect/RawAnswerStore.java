package io.lumia.functions.collect;

import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.market.provider.RawAnswer;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.object.ObjectStore;
import jakarta.inject.Singleton;

/**
 * Keeps raw answers as received, so that any day can be rebuilt from them. The key names the content as well: the same
 * answer is written to the same place again, and another one never replaces it under a message that is on its way.
 */
@Singleton
final class RawAnswerStore {

    private static final int SHOWN_HASH_CHARACTERS = 16;

    private final ObjectStore objects;

    RawAnswerStore(ObjectStore objects) {
        this.objects = objects;
    }

    /** @param provider whose answer it is */
    StoredObject keep(CollectRequested request, String provider, RawAnswer answer) {
        String sha256 = Sha256.hexOf(answer.content());
        String key = "raw/%s/%s/%s/%s-%s.%s"
                .formatted(
                        provider,
                        request.dataset(),
                        request.runId(),
                        request.itemId(),
                        sha256.substring(0, SHOWN_HASH_CHARACTERS),
                        extension(answer.contentType()));
        objects.put(key, answer.content(), answer.contentType());
        return new StoredObject(key, sha256, answer.content().length, answer.contentType());
    }

    private static String extension(String contentType) {
        String type = contentType.split(";", 2)[0].strip();
        return switch (type) {
            case "text/csv" -> "csv";
            case "application/json" -> "json";
            case "application/zip" -> "zip";
            default -> "bin";
        };
    }
}
