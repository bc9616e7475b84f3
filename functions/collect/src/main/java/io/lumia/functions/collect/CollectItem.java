package io.lumia.functions.collect;

import io.lumia.collection.ItemClaims;
import io.lumia.collection.ItemClaims.Claim;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.functions.collect.AskProviders.Asked;
import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.queue.MessageSender;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The use case: a request → claim its item → ask the providers → keep the answer → hand on where it lies. A second delivery
 * of what was handed on does nothing; one that comes while the first is at work fails, so that the queue brings it back.
 *
 * <p>An outcome that may pass ({@code throttled}, {@code unreachable}) fails the message, so that the queue delivers it
 * again; the last delivery hands on what came of it, so that the item ends or is put off. A web provider was tried several
 * times already, and what came of it is handed on at once.
 */
@Singleton
@Requires(beans = ItemClaims.class)
public final class CollectItem {

    static final String LOAD_QUEUE = "load";

    /** Longer than an item may take, shorter than the queue's visibility timeout: the next delivery finds it free. */
    static final Duration CLAIM_TIME = AskProviders.ITEM_TIME.multipliedBy(3);

    /** No place on Earth is further ahead: a date that has not begun there has begun nowhere. */
    private static final ZoneOffset EARLIEST_ZONE = ZoneOffset.ofHours(14);

    private final AskProviders providers;
    private final ItemClaims claims;
    private final Answers answers;
    private final MessageSender queues;
    private final JsonCodec json;
    private final Clock clock;

    CollectItem(
            AskProviders providers,
            ItemClaims claims,
            Answers answers,
            MessageSender queues,
            JsonCodec json,
            Clock clock) {
        this.providers = providers;
        this.claims = claims;
        this.answers = answers;
        this.queues = queues;
        this.json = json;
        this.clock = clock;
    }

    /** @param isLastDelivery whether the message goes to the dead letters if this fails */
    public void collect(CollectRequested request, boolean isLastDelivery) {
        Instant now = clock.instant();
        switch (claims.claim(request.itemId(), request.messageId(), now, now.plus(CLAIM_TIME))) {
            case Claim.Ours _ -> work(request, isLastDelivery);
            case Claim.NothingToDo _ -> {}
            case Claim.Held held ->
                throw new AppException(
                        ErrorCode.CONFLICT,
                        "item %s is worked on until %s at the latest".formatted(request.itemId(), held.until()));
        }
    }

    private void work(CollectRequested request, boolean isLastDelivery) {
        try {
            refuseTomorrow(request);
            send(answers.of(request, askedFor(request, isLastDelivery)));
        } catch (RuntimeException e) {
            giveBack(request, e, isLastDelivery);
            throw e;
        }
        noteHandedOn(request);
    }

    /** Where that cannot be noted the message fails; the next delivery finds the item free, and what it sends again is known. */
    private void noteHandedOn(CollectRequested request) {
        try {
            claims.handedOn(request.itemId(), request.messageId());
        } catch (RuntimeException e) {
            release(request, e);
            throw e;
        }
    }

    /** The first failure is the one to tell of, whatever else fails on the way out. */
    private void giveBack(CollectRequested request, RuntimeException failure, boolean isLastDelivery) {
        try {
            if (isLastDelivery) {
                send(answers.ofOurFailure(request, failure));
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        release(request, failure);
    }

    private void release(CollectRequested request, RuntimeException failure) {
        try {
            claims.release(request.itemId(), request.messageId());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static void refuseTomorrow(CollectRequested request) {
        LocalDate today = AsOf.of(request.asOf()).dateIn(EARLIEST_ZONE);
        if (request.to().isAfter(today)) {
            throw AppException.invalid("to of item " + request.itemId(), request.to(), "dates up to " + today);
        }
    }

    private Asked askedFor(CollectRequested request, boolean isLastDelivery) {
        Asked asked = providers.ask(request);
        boolean comesBack = FallbackRule.mayPass(asked.answer()) && !providers.triesAgainItself(asked.provider());
        if (comesBack && !isLastDelivery) {
            throw new AppException(
                    ErrorCode.PROVIDER_UNREACHABLE,
                    "provider %s is %s and will be asked again: %s"
                            .formatted(asked.provider(), asked.answer().code(), Answers.detail(asked.answer())));
        }
        return asked;
    }

    private void send(AnswerCollected message) {
        queues.send(LOAD_QUEUE, List.of(json.write(message)));
    }
}
