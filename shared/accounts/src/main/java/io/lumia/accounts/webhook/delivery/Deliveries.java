package io.lumia.accounts.webhook.delivery;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.EndpointUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages, and where they go. Whoever asks for a delivery by its id says whose it should be; another's is not there. */
public interface Deliveries {

    /** Stores a message and a delivery for each endpoint; a second time of the same id changes nothing. Returns how many. */
    int add(WebhookMessage message, Audience audience);

    /**
     * Takes what is due, the longest due first, for {@code lease}: after that another may, should this one have died.
     *
     * @return of active endpoints only
     */
    List<Due> claim(Instant now, Duration lease, int atMost);

    /** When the next pending delivery to an active endpoint may be taken, if that is not later than {@code latest}. */
    Optional<Instant> findNextDue(Instant latest);

    /** Notes an attempt and what follows. False, and nothing noted, where another has noted one meanwhile. */
    boolean note(Due due, Attempt attempt, Next next);

    /** Newest first. */
    Page list(UserId owner, UUID endpointId, int page, int perPage);

    Optional<Delivery> find(UserId owner, UUID deliveryId);

    /** That of a message to an endpoint. */
    Optional<Delivery> findOf(UserId owner, UUID endpointId, UUID messageId);

    /** Oldest first. */
    List<Attempt> attempts(UserId owner, UUID deliveryId);

    /** Makes an ended one pending again, with a new round of attempts. Whether it was there and ended. */
    boolean replay(UserId owner, UUID deliveryId, Instant at);

    /** Removes messages that were made before, at most so many, with all that belongs to them. Returns how many. */
    int forget(Instant before, int atMost);

    /** What follows an attempt. */
    sealed interface Next {

        record Done() implements Next {}

        record Again(Instant at) implements Next {}

        record GivenUp() implements Next {}
    }

    /**
     * A delivery to send now.
     *
     * @param attempts     so far
     * @param tried        so far in this round: since it was made or replayed
     * @param failingSince since when its endpoint has taken nothing; null where the last it got it took
     */
    record Due(
            UUID deliveryId,
            int attempts,
            int tried,
            UUID messageId,
            String body,
            UUID endpointId,
            UserId owner,
            EndpointUrl url,
            @Nullable Instant failingSince) {}

    /** A page of deliveries, and how many there are in all. */
    record Page(List<Delivery> deliveries, long totalItems) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }
}
