package io.lumia.market.provider.bls;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.EquivalentSeries;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One series a call. Without a key the last three years, 25 calls a day; with one, pages of twenty years. Our name for a
 * series is FRED's where both are known to be the same.
 */
@ReadsAnswers
public final class BlsAdapter implements WebAdapter {

    static final String SERIES = "series";

    private static final int YEARS_PER_CALL = 20;
    private static final int MAX_CALLS = 10;
    private static final int FIRST_YEAR = 1913;

    /** A survey's two letters, then codes with many digits: {@code CUUR0000SA0}, {@code LNS14000000}, {@code WPUFD4}. */
    private static final Pattern ID = Pattern.compile(
            "(CU|CW|SU|AP|LN|LA|CE|SM|JT|CI|EC|EN|OE|IP|MP|PR|PC|ND|EI|BD|TU|CX|NB|MU|MW)(?=(?:[A-Z]*\\d){5})[A-Z0-9_\\-]{6,28}"
                    + "|WP[US](?=[A-Z0-9]*\\d)[A-Z0-9\\-]{2,20}");

    private static final Set<AssetType> TYPES = Set.of(AssetType.ECONOMIC_INDICATOR);

    private static final Capabilities CAPABILITIES = new Capabilities(
            "bls",
            "US Bureau of Labor Statistics",
            "https://api.bls.gov",
            Set.of("api.bls.gov"),
            KeyNeed.OPTIONAL,
            List.of(Quota.of(1, Duration.ofSeconds(1)), Quota.of(25, Duration.ofDays(1))),
            List.of(Capability.of(Dataset.OBSERVATIONS, TYPES, List.of("value")).reaching(Period.ofYears(3))),
            PriceBasis.RAW,
            "USD",
            "Works of the United States government are in the public domain; the API's terms want the date of access named.",
            "public domain",
            "Source: U.S. Bureau of Labor Statistics",
            null);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(SERIES, "one or several series by month, quarter, half or year");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("observations", SERIES, "timeseries", SERIES);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        boolean fitting = request.dataset() == Dataset.OBSERVATIONS
                && (request.assetType() == null || TYPES.contains(request.assetType()));
        if (!fitting) {
            return List.of();
        }
        return request.symbols().stream()
                .flatMap(symbol ->
                        blsId(symbol).map(id -> calls(symbol, id, request, access)).orElse(List.of()).stream())
                .toList();
    }

    private static List<WebCall> calls(String symbol, String id, ProviderRequest request, ProviderAccess access) {
        String key = access.key();
        if (key == null) {
            return List.of(
                    WebCall.of(SERIES, "%s/publicAPI/v1/timeseries/data/%s".formatted(access.endpoint(), id), symbol));
        }
        LocalDate asked = request.from();
        int year = asked == null ? FIRST_YEAR : Math.max(FIRST_YEAR, asked.getYear());
        List<WebCall> calls = new ArrayList<>();
        for (int i = 0; i < MAX_CALLS && year <= request.to().getYear(); i++) {
            int last = Math.min(year + YEARS_PER_CALL - 1, request.to().getYear());
            calls.add(WebCall.of(
                    SERIES,
                    "%s/publicAPI/v2/timeseries/data/%s?registrationkey=%s&startyear=%d&endyear=%d"
                            .formatted(access.endpoint(), id, key, year, last),
                    symbol));
            year = last + 1;
        }
        return calls;
    }

    /** The Bureau's name of a series of ours; empty where it cannot be one of its own. */
    static Optional<String> blsId(String symbol) {
        return EquivalentSeries.idAt("bls", symbol)
                .or(() -> ID.matcher(symbol).matches() ? Optional.of(symbol) : Optional.empty());
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return context.kind().equals(SERIES)
                ? Reading.guarded(response, () -> SeriesAnswer.read(context, response))
                : Reading.schemaChanged("request kind '%s'; allowed: series".formatted(context.kind()));
    }
}
