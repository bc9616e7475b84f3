package io.lumia.functions.recommendationapi.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.profile.InvestmentHorizon;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.profile.RiskTolerance;
import io.lumia.functions.recommendationapi.recommendation.ProfileDefaults.Filled;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.recommendation.request.RequestDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileDefaultsTest {

    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final RequestDraft BARE = draft(null, null, null, null);

    private final FakeProfiles profiles = new FakeProfiles();
    private final ProfileDefaults defaults = new ProfileDefaults(profiles);

    @Test
    void takesWhatIsMissingFromTheCallersProfileAndSaysSo() {
        profiles.put(
                ADA,
                new Profile(RiskTolerance.MODERATE, InvestmentHorizon.LONG, Set.of("Energy"), Set.of("TSLA", "AAPL")),
                Instant.EPOCH);

        Filled filled = defaults.fill(BARE, person(ADA));

        assertThat(filled.draft()).isEqualTo(draft("moderate", "long", List.of("Energy"), List.of("AAPL", "TSLA")));
        assertThat(filled.warnings())
                .containsExactly(
                        "from your profile: risk_tolerance, investment_horizon, preferred_sectors, excluded_assets");
    }

    @Test
    void whatIsSaidCountsAndAnEmptyListIsSaid() {
        profiles.put(ADA, new Profile(RiskTolerance.MODERATE, null, Set.of("Energy"), Set.of("TSLA")), Instant.EPOCH);
        RequestDraft said = draft("aggressive", null, List.of(), null);

        Filled filled = defaults.fill(said, person(ADA));

        assertThat(filled.draft()).isEqualTo(draft("aggressive", null, List.of(), List.of("TSLA")));
        assertThat(filled.fields()).containsExactly("excluded_assets");
    }

    @Test
    void aPartnersProgramAsksInItsOwnersName() {
        profiles.put(ADA, new Profile(RiskTolerance.MODERATE, null, Set.of(), Set.of()), Instant.EPOCH);
        Principal program =
                new Principal(Principal.Kind.PARTNER, ADA.toString(), Role.USER, Role.USER.scopes(), new UUID(0, 9));

        assertThat(defaults.fill(BARE, program).fields()).containsExactly("risk_tolerance");
    }

    @Test
    void nobodyElsesProfileCounts() {
        profiles.put(ADA, new Profile(RiskTolerance.MODERATE, null, Set.of(), Set.of()), Instant.EPOCH);

        assertThat(defaults.fill(BARE, person(BOB))).isEqualTo(new Filled(BARE, List.of()));
        assertThat(defaults.fill(BARE, Principal.OPERATOR)).isEqualTo(new Filled(BARE, List.of()));
        assertThat(defaults.fill(BARE, Principal.ANONYMOUS).warnings()).isEmpty();
    }

    private static Principal person(UserId user) {
        return new Principal(Principal.Kind.PERSON, user.toString(), Role.USER, Role.USER.scopes(), null);
    }

    private static RequestDraft draft(
            @Nullable String risk,
            @Nullable String horizon,
            @Nullable List<String> sectors,
            @Nullable List<String> excluded) {
        return new RequestDraft(
                BigDecimal.TEN, risk, horizon, sectors, excluded, null, null, null, null, null, null, null, null);
    }

    /** In memory. */
    private static final class FakeProfiles implements Profiles {

        private final Map<UserId, Profile> kept = new HashMap<>();

        @Override
        public Optional<Profile> find(UserId owner) {
            return Optional.ofNullable(kept.get(owner));
        }

        @Override
        public void put(UserId owner, Profile profile, Instant at) {
            kept.put(owner, profile);
        }

        @Override
        public void erase(UserId owner) {
            kept.remove(owner);
        }
    }
}
