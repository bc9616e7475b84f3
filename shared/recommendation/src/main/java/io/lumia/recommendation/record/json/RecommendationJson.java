package io.lumia.recommendation.record.json;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.json.JsonCodec;
import io.lumia.recommendation.advice.Advice;
import io.lumia.recommendation.advice.Basis;
import io.lumia.recommendation.advice.Recommended;
import io.lumia.recommendation.advice.Withheld;
import io.lumia.recommendation.record.Outcome;
import io.lumia.recommendation.record.RequestDocument;
import io.lumia.recommendation.request.RecommendationRequest;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * Requests and answers as text: fields in the order of the records, doubles as the shortest decimal that reads back to the same
 * double, so that equal answers are equal bytes on every machine.
 */
@Singleton
public final class RecommendationJson {

    private final JsonCodec codec;
    private final JsonMapper mapper;

    RecommendationJson(JsonCodec codec, JsonMapper mapper) {
        this.codec = codec;
        this.mapper = mapper;
    }

    public String write(RecommendationRequest request) {
        return codec.write(RequestDocument.of(request));
    }

    public RequestDocument readRequest(String text) {
        return codec.read(text, RequestDocument.class);
    }

    public String write(Advice advice) {
        return codec.write(advice);
    }

    public Advice readAdvice(Outcome outcome, String text) {
        return switch (outcome) {
            case RECOMMENDED -> read(text, Recommended.class);
            case WITHHELD -> read(text, Withheld.class);
        };
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return Objects.requireNonNull(mapper.readValue(text, type));
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "a stored answer is no %s any more".formatted(type.getSimpleName()), e);
        }
    }

    /** Of the question, whenever it is asked, and the rows that answer it: 0 or above. */
    public long seed(RecommendationRequest request, String snapshotId) {
        String question = codec.write(RequestDocument.of(request).timeless());
        return ByteBuffer.wrap(Sha256.of(question + "\n" + snapshotId)).getLong() & Long.MAX_VALUE;
    }

    /**
     * SHA-256 in hex over the answer. When it was asked stays out: the snapshot's id, which is in it, says what was known, and the
     * same rows give the same result a minute later.
     */
    public String resultHash(Advice advice) {
        return Sha256.hexOf(write(timeless(advice)).getBytes(StandardCharsets.UTF_8));
    }

    private static Advice timeless(Advice advice) {
        Basis basis = timeless(advice.basis());
        return switch (advice) {
            case Recommended recommended ->
                new Recommended(
                        basis,
                        recommended.positions(),
                        recommended.summary(),
                        recommended.projection(),
                        recommended.nextInLine(),
                        recommended.sales(),
                        recommended.warnings(),
                        recommended.explanation(),
                        recommended.disclaimer());
            case Withheld withheld -> new Withheld(basis, withheld.reasons(), withheld.disclaimer());
        };
    }

    private static Basis timeless(Basis basis) {
        return new Basis(
                basis.snapshotId(),
                basis.session(),
                Instant.EPOCH,
                Instant.EPOCH,
                basis.configuration(),
                basis.engine(),
                basis.seed(),
                basis.universe(),
                basis.sentimentModel());
    }
}
