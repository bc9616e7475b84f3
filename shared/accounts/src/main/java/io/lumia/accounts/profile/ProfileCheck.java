package io.lumia.accounts.profile;

import io.lumia.kernel.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a profile of a draft, or names everything that is wrong with it at once. Bounds are those of a recommendation's request. */
public final class ProfileCheck {

    public static final int MAX_ENTRIES = 500;
    public static final int MAX_NAME_LENGTH = 100;

    private final List<ProfileFault> faults = new ArrayList<>();

    private ProfileCheck() {}

    /** What came of a draft. */
    public sealed interface Checked {

        record Accepted(Profile profile) implements Checked {}

        /** @param faults at least one */
        record Refused(List<ProfileFault> faults) implements Checked {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    public static Checked check(ProfileDraft draft) {
        return new ProfileCheck().checked(draft);
    }

    private Checked checked(ProfileDraft draft) {
        Optional<RiskTolerance> risk =
                Optional.ofNullable(draft.riskTolerance()).flatMap(this::risk);
        Optional<InvestmentHorizon> horizon =
                Optional.ofNullable(draft.investmentHorizon()).flatMap(this::horizon);
        Set<String> sectors = sectors(draft.preferredSectors());
        Set<String> assets = assets(draft.excludedAssets());
        return faults.isEmpty()
                ? new Checked.Accepted(new Profile(risk.orElse(null), horizon.orElse(null), sectors, assets))
                : new Checked.Refused(faults);
    }

    private Optional<RiskTolerance> risk(String code) {
        Optional<RiskTolerance> found = RiskTolerance.find(code);
        if (found.isEmpty()) {
            faults.add(ProfileFault.of("risk_tolerance", code, "conservative, moderate, aggressive"));
        }
        return found;
    }

    private Optional<InvestmentHorizon> horizon(String code) {
        Optional<InvestmentHorizon> found = InvestmentHorizon.find(code);
        if (found.isEmpty()) {
            faults.add(ProfileFault.of("investment_horizon", code, "short, medium, long"));
        }
        return found;
    }

    private Set<String> sectors(@Nullable List<String> given) {
        Set<String> sectors = new LinkedHashSet<>();
        List<String> entries = entries("preferred_sectors", given);
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).strip();
            if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || hasControls(name)) {
                faults.add(ProfileFault.of(
                        at("preferred_sectors", i), name, "1 to %d printable characters".formatted(MAX_NAME_LENGTH)));
            }
            sectors.add(name);
        }
        return sectors;
    }

    /** The database takes no NUL, and a name has no line break. */
    private static boolean hasControls(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    private Set<String> assets(@Nullable List<String> given) {
        Set<String> assets = new LinkedHashSet<>();
        List<String> entries = entries("excluded_assets", given);
        for (int i = 0; i < entries.size(); i++) {
            assets.add(asset(at("excluded_assets", i), entries.get(i)));
        }
        return assets;
    }

    /** An id in lower case or a symbol in upper case. */
    private String asset(String path, String given) {
        String text = given.strip();
        if (isId(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        if (!Symbol.isValid(text)) {
            faults.add(ProfileFault.of(path, given, "a symbol or an asset's id"));
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private List<String> entries(String path, @Nullable List<String> given) {
        List<String> entries = given == null ? List.of() : given;
        if (entries.size() <= MAX_ENTRIES) {
            return entries;
        }
        faults.add(ProfileFault.of(path, entries.size() + " entries", "at most " + MAX_ENTRIES));
        return List.of();
    }

    private static String at(String path, int index) {
        return "%s[%d]".formatted(path, index);
    }
}
