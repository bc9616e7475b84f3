package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capabilities.Canary;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The SEC's EDGAR. Symbols of requests are tickers or CIKs ({@code CIK0000320193}). EDGAR's addresses know CIKs alone, so a
 * request about tickers begins with {@code company_tickers}, whose reading has no rows but the calls that follow for the
 * tickers of {@link ReadContext#symbols()}: the answer itself is the memory, the adapter keeps none.
 *
 * <p>Files with times lie at {@code data.sec.gov}, lists at {@code www.sec.gov}. An endpoint other than the default stands
 * for both. Calls that a reading adds go to the default endpoint: a reading does not know another.
 */
@ReadsAnswers
public final class SecEdgarAdapter implements WebAdapter {

    static final String DATA = "https://data.sec.gov";
    static final String LISTS = "https://www.sec.gov";

    private static final int TICKERS_PER_LOOKUP = 20;
    private static final int COMPANY_FACTS_MAX_BYTES = 128 << 20;
    private static final LocalDate ELECTRONIC = LocalDate.of(1993, 1, 1);
    private static final LocalDate XBRL = LocalDate.of(2009, 4, 1);
    private static final Set<AssetType> FILERS = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.MUTUAL_FUND);

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                "sec_edgar",
                "SEC EDGAR",
                DATA,
                Set.of("data.sec.gov", "www.sec.gov"),
                KeyNeed.NONE,
                // 10/s are allowed per address; we are not alone on ours.
                List.of(Quota.of(5, Duration.ofSeconds(1))),
                List.of(
                        Capability.of(Dataset.ASSETS, Set.of(AssetType.STOCK, AssetType.ETF), List.of("name", "cik"))
                                .symbolsPerCall(10_000),
                        Capability.of(
                                        Dataset.FILINGS,
                                        FILERS,
                                        List.of("form", "filed", "accepted_at", "report_date", "items"))
                                .from(ELECTRONIC)
                                .symbolsPerCall(TICKERS_PER_LOOKUP),
                        Capability.of(
                                        Dataset.COMPANY_FACTS,
                                        FILERS,
                                        List.of("concept", "unit", "start", "end", "value", "accession"))
                                .from(XBRL)
                                .symbolsPerCall(TICKERS_PER_LOOKUP)),
                PriceBasis.RAW,
                "USD",
                "Public domain; at most ten calls a second, and a User-Agent that names who asks and how to reach them.",
                "Public domain (17 U.S.C. § 105)",
                "U.S. Securities and Exchange Commission, EDGAR",
                new Canary(
                        Dataset.FILINGS,
                        AssetType.STOCK,
                        "CIK0000320193",
                        1,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY));
    }

    @Override
    public Map<String, String> kinds() {
        return Kind.described();
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of(
                "assets", Kind.COMPANY_TICKERS.code(),
                "company_facts", Kind.COMPANY_FACTS.code(),
                "fundamentals", Kind.COMPANY_FACTS.code(),
                "facts", Kind.COMPANY_FACTS.code(),
                "filings", Kind.SUBMISSIONS.code(),
                "current_filings", Kind.CURRENT.code(),
                "news", Kind.CURRENT.code());
    }

    /** None without a contact: the SEC refuses whoever does not say who he is. */
    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        if (access.contact() == null || access.contact().isBlank()) {
            return List.of();
        }
        String lists = DATA.equals(access.endpoint()) ? LISTS : access.endpoint();
        return switch (request.dataset()) {
            case ASSETS -> List.of(tickers(Kind.COMPANY_TICKERS, lists));
            case FILINGS ->
                request.symbols().isEmpty()
                        ? List.of(current(lists))
                        : calls(
                                request,
                                lists,
                                Kind.TICKERS_FOR_FILINGS,
                                (s, cik) -> submissions(access.endpoint(), s, cik));
            case COMPANY_FACTS ->
                calls(request, lists, Kind.TICKERS_FOR_FACTS, (s, cik) -> facts(access.endpoint(), s, cik));
            case ACTIONS, BARS, OBSERVATIONS, FUNDAMENTALS, ARTICLES -> List.of();
        };
    }

    private static List<WebCall> calls(
            ProviderRequest request, String lists, Kind lookup, BiFunction<String, Cik, WebCall> call) {
        List<WebCall> calls = new ArrayList<>();
        boolean hasTickers = false;
        for (String symbol : request.symbols()) {
            Optional<Cik> cik = Cik.ofSymbol(symbol);
            cik.ifPresent(known -> calls.add(call.apply(symbol, known)));
            hasTickers |= cik.isEmpty();
        }
        if (hasTickers) {
            calls.addFirst(tickers(lookup, lists));
        }
        return calls;
    }

    private static WebCall tickers(Kind kind, String endpoint) {
        return WebCall.of(kind.code(), endpoint + "/files/company_tickers.json", "");
    }

    private static WebCall current(String endpoint) {
        String path = "/cgi-bin/browse-edgar?action=getcurrent&type=&owner=include&start=0&count=100&output=atom";
        return WebCall.of(Kind.CURRENT.code(), endpoint + path, "");
    }

    private static WebCall facts(String endpoint, String symbol, Cik cik) {
        return WebCall.of(
                        Kind.COMPANY_FACTS.code(),
                        "%s/api/xbrl/companyfacts/%s.json".formatted(endpoint, cik.symbol()),
                        symbol)
                .upTo(COMPANY_FACTS_MAX_BYTES);
    }

    private static WebCall submissions(String endpoint, String symbol, Cik cik) {
        return WebCall.of(Kind.SUBMISSIONS.code(), "%s/submissions/%s.json".formatted(endpoint, cik.symbol()), symbol);
    }

    private static WebCall page(String name, Cik cik) {
        return WebCall.of(Kind.SUBMISSIONS_PAGE.code(), DATA + "/submissions/" + name, cik.symbol());
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        Optional<Kind> kind = kind(context.kind());
        return kind.isEmpty()
                ? Reading.schemaChanged("sec_edgar has no kind '%s'".formatted(context.kind()))
                : read(kind.get(), context, response);
    }

    private Optional<Kind> kind(String name) {
        String code = aliases().getOrDefault(name, name);
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static Reading read(Kind kind, ReadContext context, WebResponse response) {
        Optional<ProviderAnswer> refusal = Refusals.find(kind, response);
        if (refusal.isPresent()) {
            return Reading.none(refusal.get());
        }
        return switch (kind) {
            case CURRENT -> CurrentReader.read(context, response.body());
            case INDEX -> IndexReader.read(context, response.text());
            case COMPANY_TICKERS,
                    TICKERS_FOR_FILINGS,
                    TICKERS_FOR_FACTS,
                    COMPANY_FACTS,
                    SUBMISSIONS,
                    SUBMISSIONS_PAGE ->
                WebJson.parse(response.text())
                        .map(tree -> readJson(kind, context, tree))
                        .orElseGet(() -> Reading.schemaChanged("no JSON: " + WebStatus.seen(response)));
        };
    }

    private static Reading readJson(Kind kind, ReadContext context, JsonNode tree) {
        return switch (kind) {
            case COMPANY_TICKERS -> TickerReader.assets(context, tree);
            case TICKERS_FOR_FILINGS ->
                TickerReader.calls(context, tree, (symbol, cik) -> submissions(DATA, symbol, cik));
            case TICKERS_FOR_FACTS -> TickerReader.calls(context, tree, (symbol, cik) -> facts(DATA, symbol, cik));
            case COMPANY_FACTS -> CompanyFactsReader.read(context, tree);
            case SUBMISSIONS -> SubmissionsReader.read(context, tree, SecEdgarAdapter::page);
            case SUBMISSIONS_PAGE -> SubmissionsReader.readPage(context, tree);
            case CURRENT, INDEX -> throw new IllegalStateException(kind + " is no JSON");
        };
    }
}
