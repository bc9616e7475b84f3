package io.lumia.recommendation.request;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetType;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.request.RequestDraft.HoldingDraft;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a request of a draft, or names everything that is wrong with it at once. */
public final class RequestCheck {

    public static final BigDecimal LEAST_CAPITAL = BigDecimal.ONE;
    public static final BigDecimal MOST_CAPITAL = new BigDecimal("1000000000000");
    public static final int MAX_ENTRIES = 500;
    public static final int MAX_NAME_LENGTH = 100;
    static final String DEFAULT_CURRENCY = "USD";
    static final String DEFAULT_BENCHMARK = "SPY";

    /** Of what people hold for its return by itself; a rate or an index cannot be bought. */
    public static final Set<AssetType> BUYABLE =
            Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND, AssetType.CRYPTO);

    private static final Set<AssetType> USUAL_TYPES = Set.of(AssetType.STOCK, AssetType.ETF);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final List<RequestFault> faults = new ArrayList<>();
    private final Instant now;

    private RequestCheck(Instant now) {
        this.now = now;
    }

    /** What came of a draft. */
    public sealed interface Checked {

        record Accepted(RecommendationRequest request) implements Checked {}

        /** @param faults at least one */
        record Refused(List<RequestFault> faults) implements Checked {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }

    /** @param now the latest instant that can be asked about, and the one that is meant where the draft names none */
    public static Checked check(RequestDraft draft, Instant now) {
        return new RequestCheck(now).checked(draft);
    }

    private Checked checked(RequestDraft draft) {
        BigDecimal capital = capital(draft.capital());
        RiskTolerance risk = required("risk_tolerance", draft.riskTolerance(), RiskTolerance.class);
        InvestmentHorizon horizon = required("investment_horizon", draft.investmentHorizon(), InvestmentHorizon.class);
        DiversificationPreference spread = optional(
                "diversification_preference",
                draft.diversificationPreference(),
                DiversificationPreference.class,
                DiversificationPreference.MEDIUM);
        EsgPreference esg = optional("esg_preference", draft.esgPreference(), EsgPreference.class, EsgPreference.NONE);
        Set<String> preferred = names("preferred_sectors", draft.preferredSectors());
        Set<String> unwanted = names("excluded_sectors", draft.excludedSectors());
        refuseBoth(preferred, unwanted);
        Set<String> excluded = assets("excluded_assets", draft.excludedAssets());
        Set<AssetType> types = types(draft.assetTypes());
        List<Holding> holdings = holdings(draft.currentHoldings());
        String currency = currency(draft.currency());
        String benchmark = benchmark(draft.benchmark());
        AsOf asOf = asOf(draft.asOf());
        if (!faults.isEmpty() || capital == null || risk == null || horizon == null) {
            return new Checked.Refused(faults);
        }
        return new Checked.Accepted(new RecommendationRequest(
                capital, risk, horizon, preferred, excluded, unwanted, types, spread, esg, holdings, currency,
                benchmark, asOf));
    }

    private @Nullable BigDecimal capital(@Nullable BigDecimal given) {
        String allowed = "%s to %s".formatted(LEAST_CAPITAL, MOST_CAPITAL);
        if (given == null) {
            faults.add(RequestFault.of("capital", "missing", allowed));
        } else if (given.compareTo(LEAST_CAPITAL) < 0 || given.compareTo(MOST_CAPITAL) > 0 || given.scale() > 8) {
            faults.add(RequestFault.of("capital", given.toPlainString(), allowed + ", at most 8 decimals"));
        }
        return given;
    }

    private <E extends Enum<E> & Choice> @Nullable E required(String path, @Nullable String given, Class<E> type) {
        if (given == null) {
            faults.add(RequestFault.of(path, "missing", Choice.allowed(type)));
            return null;
        }
        return chosen(path, given, type).orElse(null);
    }

    private <E extends Enum<E> & Choice> E optional(String path, @Nullable String given, Class<E> type, E usual) {
        return given == null ? usual : chosen(path, given, type).orElse(usual);
    }

    private <E extends Enum<E> & Choice> Optional<E> chosen(String path, String given, Class<E> type) {
        Optional<E> choice = Choice.find(type, given);
        if (choice.isEmpty()) {
            faults.add(RequestFault.of(path, given, Choice.allowed(type)));
        }
        return choice;
    }

    private Set<String> names(String path, @Nullable List<String> given) {
        Set<String> names = new LinkedHashSet<>();
        List<String> entries = entries(path, given);
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.get(i).strip();
            if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
                faults.add(RequestFault.of(at(path, i), name, "1 to %d characters".formatted(MAX_NAME_LENGTH)));
            }
            names.add(name);
        }
        return names;
    }

    private void refuseBoth(Set<String> preferred, Set<String> unwanted) {
        Set<String> folded = new HashSet<>();
        unwanted.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        for (String name : preferred) {
            if (folded.contains(name.toLowerCase(Locale.ROOT))) {
                faults.add(RequestFault.of("preferred_sectors", name, "sectors that are not in excluded_sectors too"));
            }
        }
    }

    private Set<String> assets(String path, @Nullable List<String> given) {
        Set<String> assets = new LinkedHashSet<>();
        List<String> entries = entries(path, given);
        for (int i = 0; i < entries.size(); i++) {
            assets.add(asset(at(path, i), entries.get(i)));
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
            faults.add(RequestFault.of(path, given, "a symbol or an asset's id"));
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

    private Set<AssetType> types(@Nullable List<String> given) {
        if (given == null) {
            return USUAL_TYPES;
        }
        Set<AssetType> types = new LinkedHashSet<>();
        List<String> entries = entries("asset_types", given);
        String allowed = "stock, etf, mutual_fund, crypto";
        for (int i = 0; i < entries.size(); i++) {
            Optional<AssetType> type = type(entries.get(i));
            type.ifPresent(types::add);
            if (type.isEmpty()) {
                faults.add(RequestFault.of(at("asset_types", i), entries.get(i), allowed));
            }
        }
        if (given.isEmpty()) {
            faults.add(RequestFault.of("asset_types", "empty", "at least one of " + allowed));
        }
        return types;
    }

    private static Optional<AssetType> type(String code) {
        return BUYABLE.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    private List<Holding> holdings(@Nullable List<HoldingDraft> given) {
        List<Holding> holdings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<HoldingDraft> entries = given == null ? List.of() : given;
        refuseTooMany("current_holdings", entries.size());
        for (int i = 0; i < entries.size(); i++) {
            holding(at("current_holdings", i), entries.get(i), seen).ifPresent(holdings::add);
        }
        return holdings;
    }

    private Optional<Holding> holding(String path, HoldingDraft given, Set<String> seen) {
        int before = faults.size();
        String asset = given.asset() == null ? "" : asset(path + ".asset", given.asset());
        if (given.asset() == null) {
            faults.add(RequestFault.of(path + ".asset", "missing", "a symbol or an asset's id"));
        } else if (!seen.add(asset)) {
            faults.add(RequestFault.of(path + ".asset", asset, "each asset once"));
        }
        BigDecimal shares = given.shares();
        if (shares == null || shares.signum() <= 0 || shares.compareTo(MOST_CAPITAL) > 0) {
            faults.add(RequestFault.of(
                    path + ".shares", shares == null ? "missing" : shares.toPlainString(), "a number above 0"));
        }
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Holding(asset, Objects.requireNonNull(shares)));
    }

    private String currency(@Nullable String given) {
        String currency = given == null ? DEFAULT_CURRENCY : given;
        if (!CURRENCY.matcher(currency).matches()) {
            faults.add(RequestFault.of("currency", currency, "three letters of ISO 4217, such as USD"));
        }
        return currency;
    }

    private String benchmark(@Nullable String given) {
        return given == null ? DEFAULT_BENCHMARK : asset("benchmark", given);
    }

    private AsOf asOf(@Nullable String given) {
        try {
            Instant instant = given == null ? now : instant(given);
            if (instant.isAfter(now)) {
                faults.add(RequestFault.of("as_of", given == null ? "" : given, "not later than now, " + now));
            }
            return AsOf.of(instant);
        } catch (DateTimeException _) {
            faults.add(RequestFault.of(
                    "as_of",
                    given == null ? "" : given,
                    "an instant such as 2017-11-10T22:00:00Z, or a day such as 2017-11-10"));
            return AsOf.of(now);
        }
    }

    /** A day means its end in New York, when its session's prices are public; today means now. */
    private Instant instant(String text) {
        if (text.length() != "2017-11-10".length()) {
            return OffsetDateTime.parse(text).toInstant();
        }
        ZoneId zone = ExchangeCalendar.UNITED_STATES.zone();
        LocalDate day = LocalDate.parse(text);
        return day.equals(now.atZone(zone).toLocalDate())
                ? now
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private List<String> entries(String path, @Nullable List<String> given) {
        List<String> entries = given == null ? List.of() : given;
        refuseTooMany(path, entries.size());
        return entries;
    }

    private void refuseTooMany(String path, int count) {
        if (count > MAX_ENTRIES) {
            faults.add(RequestFault.of(path, count + " entries", "at most " + MAX_ENTRIES));
        }
    }

    private static String at(String path, int index) {
        return "%s[%d]".formatted(path, index);
    }
}
