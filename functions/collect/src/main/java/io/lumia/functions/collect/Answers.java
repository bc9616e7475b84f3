package io.lumia.functions.collect;

import io.lumia.collection.Attempt;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.ProviderAttempt;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.functions.collect.AskProviders.Asked;
import io.lumia.market.Source;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.platform.time.NamedIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the messages to the loader. */
@Singleton
final class Answers {

    /** How an item ends whose collecting failed at ourselves, not at a provider. */
    static final String COLLECT_FAILED = "collect_failed";

    private static final int MAX_DETAIL_CHARACTERS = 2_000;

    private final RawAnswerStore rawAnswers;
    private final Clock clock;

    Answers(RawAnswerStore rawAnswers, Clock clock) {
        this.rawAnswers = rawAnswers;
        this.clock = clock;
    }

    /** Keeps the raw answer, if there is one. */
    AnswerCollected of(CollectRequested request, Asked asked) {
        ProviderAnswer answer = asked.answer();
        @Nullable StoredObject object = null;
        @Nullable AnswerSource source = null;
        if (answer instanceof Fetched(var raw)) {
            object = rawAnswers.keep(request, asked.provider(), raw);
            source = source(raw.source());
        }
        @Nullable
        Long wait = answer instanceof Throttled throttled ? throttled.waitTime().toSeconds() : null;
        String detail = detail(answer);
        return message(
                request, asked.provider(), answer.code(), detail, object, source, attempts(asked.attempts()), wait);
    }

    AnswerCollected ofOurFailure(CollectRequested request, RuntimeException failure) {
        String detail = cut("collecting failed: " + failure.getMessage());
        return message(request, request.provider(), COLLECT_FAILED, detail, null, null, null, null);
    }

    private AnswerCollected message(
            CollectRequested request,
            String provider,
            String outcome,
            String detail,
            @Nullable StoredObject object,
            @Nullable AnswerSource source,
            @Nullable List<ProviderAttempt> attempts,
            @Nullable Long waitSeconds) {
        // The same for the same answer, however often it is asked for.
        String content = object == null ? request.messageId() + " " + detail : object.sha256();
        UUID messageId = NamedIds.of(request.itemId(), "answer %s %s".formatted(outcome, content));
        return new AnswerCollected(
                messageId,
                request.runId(),
                request.itemId(),
                provider,
                request.dataset(),
                request.symbols(),
                request.from(),
                request.to(),
                outcome,
                detail,
                object,
                source,
                clock.instant(),
                attempts,
                waitSeconds);
    }

    private static List<ProviderAttempt> attempts(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> new ProviderAttempt(
                        attempt.provider(),
                        attempt.outcome(),
                        attempt.detail(),
                        attempt.calls(),
                        attempt.bytes(),
                        attempt.seconds()))
                .toList();
    }

    private static AnswerSource source(Source source) {
        return new AnswerSource(
                source.provider(),
                source.name(),
                source.asOf(),
                source.priceBasis().code(),
                source.currency(),
                source.licence(),
                source.attribution());
    }

    static String detail(ProviderAnswer answer) {
        return cut(
                answer instanceof Throttled throttled
                        ? "wait %d s: %s".formatted(throttled.waitTime().toSeconds(), throttled.detail())
                        : answer.detail());
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL_CHARACTERS ? detail : detail.substring(0, MAX_DETAIL_CHARACTERS);
    }
}
