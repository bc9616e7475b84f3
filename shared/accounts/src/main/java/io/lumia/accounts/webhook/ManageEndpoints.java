package io.lumia.accounts.webhook;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Actor;
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

    public NewSecret register(UserId owner, EndpointWish wish, String requestId) {
        check.refusal(wish.url()).ifPresent(reason -> {
            throw AppException.invalid("url", wish.url(), "a public https address (%s)".formatted(reason));
        });
        Instant now = now();
        Endpoint endpoint = new Endpoint(
                ids.next(), owner, wish.url(), wish.description(), wish.types(), Endpoint.Status.ACTIVE, "", now);
        WebhookSecret secret = WebhookSecret.generate(random);
        SealedSecret sealed = sealed(secret, endpoint.id(), now);
        transactions.inTransaction(() -> {
            if (!endpoints.add(endpoint, sealed)) {
                throw conflict("there are %d endpoints already; remove one first".formatted(Endpoints.MAX_PER_OWNER));
            }
            record(owner, new PartnerAct.EndpointRegistered(endpoint.id(), owner), requestId);
        });
        return new NewSecret(endpoint, secret);
    }

    /** A new secret; messages are signed with both for {@link #SECRET_OVERLAP}. */
    public NewSecret rotateSecret(UserId owner, UUID endpointId, String requestId) {
        Endpoint endpoint = get(owner, endpointId);
        Instant now = now();
        WebhookSecret secret = WebhookSecret.generate(random);
        SealedSecret sealed = sealed(secret, endpointId, now);
        transactions.inTransaction(() -> {
            if (!endpoints.addSecret(owner, endpointId, sealed, now.plus(SECRET_OVERLAP))) {
                throw conflict(
                        "two secrets of endpoint %s count; wait until the older one has ended".formatted(endpointId));
            }
            record(owner, new PartnerAct.SecretRotated(endpointId), requestId);
        });
        return new NewSecret(endpoint, secret);
    }

    public void pause(UserId owner, UUID endpointId, String requestId) {
        changeStatus(owner, endpointId, Endpoint.Status.PAUSED, requestId);
    }

    /** What waited meanwhile is sent now. */
    public void resume(UserId owner, UUID endpointId, String requestId) {
        changeStatus(owner, endpointId, Endpoint.Status.ACTIVE, requestId);
    }

    public void remove(UserId owner, UUID endpointId, String requestId) {
        transactions.inTransaction(() -> {
            if (!endpoints.remove(owner, endpointId)) {
                throw notFound(endpointId);
            }
            record(owner, new PartnerAct.EndpointRemoved(endpointId, owner), requestId);
        });
    }

    private void changeStatus(UserId owner, UUID endpointId, Endpoint.Status status, String requestId) {
        get(owner, endpointId);
        transactions.inTransaction(() -> {
            if (endpoints.changeStatus(owner, endpointId, status, "")) {
                record(owner, new PartnerAct.EndpointChanged(endpointId, status.code()), requestId);
            }
        });
    }

    private Endpoint get(UserId owner, UUID endpointId) {
        return endpoints.find(owner, endpointId).orElseThrow(() -> notFound(endpointId));
    }

    private SealedSecret sealed(WebhookSecret secret, UUID endpointId, Instant now) {
        return new SealedSecret(ids.next(), sealer.seal(secret, endpointId), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(UserId owner, PartnerAct act, String requestId) {
        record.record(new Actor.User(owner), act, requestId);
    }

    private static AppException conflict(String message) {
        return new AppException(ErrorCode.CONFLICT, message);
    }

    private static AppException notFound(UUID endpointId) {
        return new AppException(ErrorCode.NOT_FOUND, "there is no endpoint %s".formatted(endpointId));
    }
}
