package io.lumia.accounts.webhook;

import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.PartnerAct;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.webhook.Endpoints.SealedSecret;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What an owner does with his endpoints. */
public final class ManageEndpoints {

    /** How long a secret that was replaced still signs: long enough for a partner to change over. */
    public static final Duration SECRET_OVERLAP = Duration.ofHours(24);

    private final Endpoints endpoints;
    private final EndpointCheck check;
    private final SecretSealer sealer;
    private final RecordAct record;
    private final Transactions transactions;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random unpredictable */
    public ManageEndpoints(
            Endpoints endpoints,
            EndpointCheck check,
            SecretSealer sealer,
            RecordAct record,
            Transactions transactions,
            IdSource ids,
            RandomGenerator random,
            Clock clock) {
        this.endpoints = endpoints;
        this.check = check;
        this.sealer = sealer;
        this.record = record;
        this.transactions = transactions;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    public NewSecret register(Asker asker, EndpointWish wish) {
        check(wish.url());
        Instant now = now();
        Endpoint endpoint = new Endpoint(
                ids.next(),
                asker.owner(),
                wish.url(),
                wish.description(),
                wish.types(),
                Endpoint.Status.ACTIVE,
                "",
                now);
        WebhookSecret secret = WebhookSecret.generate(random);
        SealedSecret sealed = sealed(secret, endpoint.id(), now);
        transactions.inTransaction(() -> {
            if (!endpoints.add(endpoint, sealed)) {
                throw conflict("there are %d endpoints already; remove one first".formatted(Endpoints.MAX_PER_OWNER));
            }
            record(asker, new PartnerAct.EndpointRegistered(endpoint.id(), asker.owner()));
        });
        return new NewSecret(endpoint, secret);
    }

    /** What an owner lets be sent to an endpoint; only we disable one. */
    public enum Sending {
        ACTIVE(Endpoint.Status.ACTIVE),
        PAUSED(Endpoint.Status.PAUSED);

        private final Endpoint.Status status;

        Sending(Endpoint.Status status) {
            this.status = status;
        }
    }

    /**
     * All that its owner chooses, or nothing: address, description, events and whether it is sent to. Secrets and what waits stay; what
     * waited while it was paused is sent once it is active.
     */
    public Endpoint change(Asker asker, UUID endpointId, EndpointWish wish, Sending sending) {
        Endpoint before = get(asker, endpointId);
        if (!before.url().equals(wish.url())) {
            check(wish.url());
        }
        return transactions.inTransaction(() -> {
            if (!endpoints.change(asker.owner(), endpointId, wish)) {
                throw notFound(endpointId);
            }
            boolean other = endpoints.changeStatus(asker.owner(), endpointId, sending.status, "");
            Endpoint changed = get(asker, endpointId);
            record(asker, new PartnerAct.EndpointChanged(endpointId, "edited"));
            if (other) {
                record(asker, new PartnerAct.EndpointChanged(endpointId, sending.status.code()));
            }
            return changed;
        });
    }

    /** A new secret; messages are signed with both for {@link #SECRET_OVERLAP}. */
    public NewSecret rotateSecret(Asker asker, UUID endpointId) {
        Endpoint endpoint = get(asker, endpointId);
        Instant now = now();
        WebhookSecret secret = WebhookSecret.generate(random);
        SealedSecret sealed = sealed(secret, endpointId, now);
        transactions.inTransaction(() -> {
            if (!endpoints.addSecret(asker.owner(), endpointId, sealed, now.plus(SECRET_OVERLAP))) {
                throw conflict(
                        "two secrets of endpoint %s count; wait until the older one has ended".formatted(endpointId));
            }
            record(asker, new PartnerAct.SecretRotated(endpointId));
        });
        return new NewSecret(endpoint, secret);
    }

    public void remove(Asker asker, UUID endpointId) {
        transactions.inTransaction(() -> {
            if (!endpoints.remove(asker.owner(), endpointId)) {
                throw notFound(endpointId);
            }
            record(asker, new PartnerAct.EndpointRemoved(endpointId, asker.owner()));
        });
    }

    private void check(EndpointUrl url) {
        check.refusal(url).ifPresent(reason -> {
            throw AppException.invalid("url", url, "a public https address (%s)".formatted(reason));
        });
    }

    private Endpoint get(Asker asker, UUID endpointId) {
        return endpoints.find(asker.owner(), endpointId).orElseThrow(() -> notFound(endpointId));
    }

    private SealedSecret sealed(WebhookSecret secret, UUID endpointId, Instant now) {
        return new SealedSecret(ids.next(), sealer.seal(secret, endpointId), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Asker asker, PartnerAct act) {
        record.record(asker.actor(), act, asker.requestId());
    }

    private static AppException conflict(String message) {
        return new AppException(ErrorCode.CONFLICT, message);
    }

    private static AppException notFound(UUID endpointId) {
        return new AppException(ErrorCode.NOT_FOUND, "there is no endpoint %s".formatted(endpointId));
    }
}
