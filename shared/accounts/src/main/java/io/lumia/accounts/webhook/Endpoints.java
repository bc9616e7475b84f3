package io.lumia.accounts.webhook;

import io.lumia.accounts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All endpoints. Whoever asks for one by its id says whose it should be; another's is not there. */
public interface Endpoints {

    /** Of one owner. */
    int MAX_PER_OWNER = 10;

    /** That count at a time: the present one, and the one that it replaces. */
    int MAX_SECRETS = 2;

    /** Adds it with its secret unless its owner has {@link #MAX_PER_OWNER}; then false. */
    boolean add(Endpoint endpoint, SealedSecret secret);

    /** Oldest first, at most {@link #MAX_PER_OWNER}. */
    List<Endpoint> list(UserId owner);

    Optional<Endpoint> find(UserId owner, UUID endpointId);

    /** Replaces what its owner chose. Whether it was there. */
    boolean change(UserId owner, UUID endpointId, EndpointWish wish);

    /** Whether it was there and had another status. Resuming also forgets since when it fails. */
    boolean changeStatus(UserId owner, UUID endpointId, Endpoint.Status status, String reason);

    /** With its secrets and deliveries. Whether it was there. */
    boolean remove(UserId owner, UUID endpointId);

    /** Removes all of an owner whose account is erased. */
    void erase(UserId owner);

    /** Adds a secret and lets the others count until {@code othersUntil}; false if {@link #MAX_SECRETS} count already. */
    boolean addSecret(UserId owner, UUID endpointId, SealedSecret secret, Instant othersUntil);

    /** Those that count, the newest first. */
    List<SealedSecret> secrets(UserId owner, UUID endpointId, Instant now);

    /** A secret as it is stored. */
    record SealedSecret(UUID id, byte[] sealed, Instant createdAt) {}
}
