package io.lumia.functions.load;

import io.lumia.collection.Attempt;
import io.lumia.collection.Collecting;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.ItemResult;
import io.lumia.collection.progress.RunProgress;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.ProviderAttempt;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.LoadedDataset;
import io.lumia.platform.metrics.Metrics;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The use case: an answer → is it new? → its rows, checked, into our books → its item ends → what became ready is told.
 * All of it is one transaction, so a message takes effect wholly or not at all, and a second delivery finds the message in
 * the inbox and changes nothing. What is to be told waits in the outbox and leaves after the commit, or with the next
 * message.
 */
@Singleton
@Requires(beans = CollectionLog.class)
public final class LoadAnswer {

    static final String CONSUMER = "load";
    static final String ANNOUNCER = "lumia.load";

    private static final String THROTTLED = "throttled";

    private final AnswerLoader loader;
    private final RunProgress progress;
    private final Transactions transactions;
    private final Inbox inbox;
    private final Metrics metrics;

    public LoadAnswer(
            AnswerLoader loader, RunProgress progress, Transactions transactions, Inbox inbox, Metrics metrics) {
        this.loader = loader;
        this.progress = progress;
        this.transactions = transactions;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /** @param isLastDelivery whether the message goes to the dead letters if this fails */
    public void load(AnswerCollected message, boolean isLastDelivery) {
        try {
            // Counted once it is committed: what is tried again or rolled back did not come in.
            transactions.inTransaction(() -> effect(message)).ifPresent(result -> count(message, result));
        } catch (RuntimeException e) {
            if (isLastDelivery) {
                giveUp(message, e);
            }
            throw e;
        }
        progress.flush();
    }

    /** Empty where there was nothing to do. */
    private Optional<ItemResult> effect(AnswerCollected message) {
        if (!inbox.accept(CONSUMER, message.messageId()) || putsOff(message)) {
            return Optional.empty();
        }
        ItemResult result = loader.load(message).by(collecting(message));
        progress.end(ANNOUNCER, message.itemId(), result);
        return Optional.of(result);
    }

    private void count(AnswerCollected message, ItemResult result) {
        LoadedDataset dataset = LoadedDataset.of(message.dataset());
        long setAside = result.quarantined().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        metrics.count(Counter.ROWS_LOADED, result.rowsLoaded(), dataset);
        metrics.count(Counter.ROWS_SET_ASIDE, setAside, dataset);
    }

    /** A provider that wants us to wait is asked again later, as long as that is bearable; then its item fails. */
    private boolean putsOff(AnswerCollected message) {
        Long wait = message.waitSeconds();
        return message.outcome().equals(THROTTLED)
                && wait != null
                && progress.defer(message.itemId(), Duration.ofSeconds(wait), message.detail());
    }

    private static Collecting collecting(AnswerCollected message) {
        List<ProviderAttempt> attempts = message.attempts() == null ? List.of() : message.attempts();
        return new Collecting(
                message.provider(),
                attempts.stream()
                        .map(attempt -> new Attempt(
                                attempt.provider(),
                                attempt.outcome(),
                                attempt.detail(),
                                attempt.calls(),
                                attempt.bytes(),
                                attempt.seconds()))
                        .toList());
    }

    /** Ends the item so that its run does not wait for ever. The message is not marked as seen: it can be replayed. */
    private void giveUp(AnswerCollected message, RuntimeException failure) {
        ErrorCode code = failure instanceof AppException known ? known.code() : ErrorCode.INTERNAL;
        ItemResult failed =
                ItemResult.failed(code.name().toLowerCase(Locale.ROOT), "loading failed: " + failure.getMessage());
        try {
            transactions.inTransaction(() -> {
                progress.end(ANNOUNCER, message.itemId(), failed);
            });
            progress.flush();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
