package io.lumia.accounts.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.partner.LiveKeys.Live;
import io.lumia.accounts.partner.MirrorKeys.Mirrored;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MirrorKeysTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID GONE = new UUID(0, 3);

    private final FakeKeys keys = new FakeKeys();
    private final FakeGateway gateway = new FakeGateway();
    private final MirrorKeys mirror =
            new MirrorKeys(keys, Optional.of(gateway), MovingClock.at("2026-11-29T10:00:00Z"));

    @Test
    void aKeyThatCountsIsAddedAndOneThatDoesNotIsRemoved() {
        keys.live.put(ONE, QuotaTier.PREMIUM);
        mirror.changed(ONE);
        assertThat(gateway.held).containsExactly(Map.entry(ONE, Set.of(QuotaTier.PREMIUM)));

        keys.live.remove(ONE);
        mirror.changed(ONE);
        assertThat(gateway.held).isEmpty();
    }

    @Test
    void aGatewayThatFailsKeepsNobodyFromHisKey() {
        keys.live.put(ONE, QuotaTier.AUTHENTICATED);
        gateway.failing.add(ONE);

        assertThatCode(() -> mirror.changed(ONE)).doesNotThrowAnyException();

        gateway.failing.clear();
        assertThat(mirror.reconcile()).isEqualTo(new Mirrored(1, 0));
        assertThat(gateway.held).containsOnlyKeys(ONE);
    }

    @Test
    void aReconciliationMakesTheGatewayLikeOurBooks() {
        keys.live.put(ONE, QuotaTier.PREMIUM);
        keys.live.put(TWO, QuotaTier.AUTHENTICATED);
        gateway.held.put(ONE, Set.of(QuotaTier.AUTHENTICATED));
        gateway.held.put(GONE, Set.of());

        assertThat(mirror.reconcile()).isEqualTo(new Mirrored(2, 1));

        assertThat(gateway.held)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ONE, Set.of(QuotaTier.PREMIUM), TWO, Set.of(QuotaTier.AUTHENTICATED)));
        assertThat(mirror.reconcile()).isEqualTo(new Mirrored(0, 0));
    }

    @Test
    void oneKeysFailureDoesNotKeepTheOthersAndIsTold() {
        keys.live.put(ONE, QuotaTier.PREMIUM);
        keys.live.put(TWO, QuotaTier.PREMIUM);
        gateway.failing.add(ONE);

        assertThatThrownBy(mirror::reconcile).isInstanceOf(AppException.class);

        assertThat(gateway.held).containsOnlyKeys(TWO);
    }

    @Test
    void withoutAGatewayNothingIsDone() {
        keys.live.put(ONE, QuotaTier.PREMIUM);
        MirrorKeys alone = new MirrorKeys(keys, Optional.empty(), MovingClock.at("2026-11-29T10:00:00Z"));

        alone.changed(ONE);

        assertThat(alone.reconcile()).isEqualTo(new Mirrored(0, 0));
    }

    private static final class FakeKeys implements LiveKeys {

        private final Map<UUID, QuotaTier> live = new LinkedHashMap<>();

        @Override
        public List<Live> all(Instant now, int most) {
            return live.entrySet().stream()
                    .map(entry -> new Live(entry.getKey(), entry.getValue()))
                    .limit(most)
                    .toList();
        }

        @Override
        public Optional<Live> find(UUID keyId, Instant now) {
            return Optional.ofNullable(live.get(keyId)).map(tier -> new Live(keyId, tier));
        }
    }

    private static final class FakeGateway implements GatewayKeys {

        private final Map<UUID, Set<QuotaTier>> held = new HashMap<>();
        private final Set<UUID> failing = new HashSet<>();

        @Override
        public Map<UUID, Set<QuotaTier>> all() {
            return new HashMap<>(held);
        }

        @Override
        public void add(UUID keyId, QuotaTier tier) {
            failIfAsked(keyId);
            held.put(keyId, Set.of(tier));
        }

        @Override
        public void remove(UUID keyId) {
            failIfAsked(keyId);
            held.remove(keyId);
        }

        private void failIfAsked(UUID keyId) {
            if (failing.contains(keyId)) {
                throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the gateway does not answer");
            }
        }
    }
}
