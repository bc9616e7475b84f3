package io.lumia.accounts.partner;

import io.lumia.accounts.partner.LiveKeys.Live;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the gateway's keys like ours. Best effort: our books decide whether a key counts, so a gateway that cannot be
 * reached delays nobody's key and keeps none alive. What failed is logged with its key and made good by {@link #reconcile}.
 */
public final class MirrorKeys {

    /** As many as AWS lets an account have in a region, unless it asks for more. */
    static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MirrorKeys.class);

    private final LiveKeys keys;
    private final Optional<GatewayKeys> gateway;
    private final Clock clock;

    /** @param gateway empty where there is none, as on a laptop */
    public MirrorKeys(LiveKeys keys, Optional<GatewayKeys> gateway, Clock clock) {
        this.keys = keys;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** After a key was issued or revoked, outside of the transaction that did it: never fails. */
    public void changed(UUID keyId) {
        gateway.ifPresent(there -> {
            try {
                keys.find(keyId, clock.instant())
                        .ifPresentOrElse(live -> there.add(keyId, live.tier()), () -> there.remove(keyId));
            } catch (AppException e) {
                LOG.warn("key {} is not as it should be at the gateway until the next reconciliation", keyId, e);
            }
        });
    }

    /**
     * Adds what is missing, removes what does not count any more, and moves what is in another plan than its owner's. One
     * key's failure does not keep the others; the last of them is thrown at the end.
     */
    public Mirrored reconcile() {
        return gateway.map(this::reconcile).orElse(new Mirrored(0, 0));
    }

    /** How many were put in and taken out. */
    public record Mirrored(int added, int removed) {}

    private Mirrored reconcile(GatewayKeys there) {
        Instant now = clock.instant();
        List<Live> live = keys.all(now, MOST + 1);
        if (live.size() > MOST) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED, "more than %d keys count; the gateway takes no more".formatted(MOST));
        }
        Run run = new Run(there.all());
        Set<UUID> wanted = new HashSet<>();
        live.forEach(key -> {
            wanted.add(key.keyId());
            run.keep(there, key);
        });
        run.held.keySet().stream().filter(id -> !wanted.contains(id)).forEach(id -> run.remove(there, id));
        return run.end();
    }

    /** One reconciliation. */
    private static final class Run {

        private final Map<UUID, Set<QuotaTier>> held;
        private int added;
        private int removed;
        private Optional<AppException> failure = Optional.empty();

        private Run(Map<UUID, Set<QuotaTier>> held) {
            this.held = held;
        }

        private void keep(GatewayKeys there, Live key) {
            Set<QuotaTier> tiers = held.getOrDefault(key.keyId(), Set.of());
            if (tiers.equals(Set.of(key.tier()))) {
                return;
            }
            attempt(key.keyId(), () -> {
                if (!tiers.isEmpty()) {
                    there.remove(key.keyId());
                }
                there.add(key.keyId(), key.tier());
                added++;
            });
        }

        private void remove(GatewayKeys there, UUID keyId) {
            attempt(keyId, () -> {
                there.remove(keyId);
                removed++;
            });
        }

        private void attempt(UUID keyId, Runnable action) {
            try {
                action.run();
            } catch (AppException e) {
                LOG.warn("key {} is not as it should be at the gateway", keyId, e);
                failure = Optional.of(e);
            }
        }

        private Mirrored end() {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return new Mirrored(added, removed);
        }
    }
}
