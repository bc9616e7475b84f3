package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.accounts.UserId;
import io.lumia.accounts.profile.Profile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.kernel.access.Principal;
import io.lumia.recommendation.request.RequestDraft;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does not say in a question, his profile says. A partner's program asks in the name of its key's owner, whose
 * profile counts; whoever has no account has none. An empty list is said: none.
 */
@Singleton
@Requires(beans = Profiles.class)
final class ProfileDefaults {

    private final Profiles profiles;

    ProfileDefaults(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * A question with what was missing.
     *
     * @param fields that came from the profile, as the request names them; none where nothing did
     */
    record Filled(RequestDraft draft, List<String> fields) {

        Filled {
            fields = List.copyOf(fields);
        }

        /** For the answer's metadata. */
        List<String> warnings() {
            return fields.isEmpty() ? List.of() : List.of("from your profile: " + String.join(", ", fields));
        }
    }

    Filled fill(RequestDraft draft, Principal caller) {
        return caller.userId()
                .flatMap(user -> profiles.find(new UserId(user)))
                .map(profile -> filled(draft, profile))
                .orElseGet(() -> new Filled(draft, List.of()));
    }

    private static Filled filled(RequestDraft draft, Profile profile) {
        List<String> fields = new ArrayList<>();
        Filling filling = new Filling(fields);
        @Nullable
        String risk =
                filling.one("risk_tolerance", draft.riskTolerance(), profile.riskTolerance(), choice -> choice.code());
        @Nullable
        String horizon = filling.one(
                "investment_horizon", draft.investmentHorizon(), profile.horizon(), choice -> choice.code());
        @Nullable
        List<String> sectors =
                filling.several("preferred_sectors", draft.preferredSectors(), profile.preferredSectors());
        @Nullable
        List<String> assets = filling.several("excluded_assets", draft.excludedAssets(), profile.excludedAssets());
        RequestDraft whole = new RequestDraft(
                draft.capital(),
                risk,
                horizon,
                sectors,
                assets,
                draft.excludedSectors(),
                draft.assetTypes(),
                draft.diversificationPreference(),
                draft.esgPreference(),
                draft.currentHoldings(),
                draft.currency(),
                draft.benchmark(),
                draft.asOf());
        return new Filled(whole, fields);
    }

    /** Notes which fields it took. */
    private record Filling(List<String> taken) {

        <T> @Nullable String one(String field, @Nullable String said, @Nullable T kept, Function<T, String> code) {
            if (said != null || kept == null) {
                return said;
            }
            taken.add(field);
            return code.apply(kept);
        }

        @Nullable
        List<String> several(String field, @Nullable List<String> said, Collection<String> kept) {
            if (said != null || kept.isEmpty()) {
                return said;
            }
            taken.add(field);
            return List.copyOf(kept);
        }
    }
}
