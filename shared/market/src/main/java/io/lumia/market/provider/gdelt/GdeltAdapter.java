package io.lumia.market.provider.gdelt;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.series.Readings;
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
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** GDELT's DOC 2.0: headlines of the world's news sites of the last three months, without a key. */
@ReadsAnswers
public final class GdeltAdapter implements WebAdapter {

    static final String ARTLIST = "artlist";

    private static final Set<AssetType> TYPES = Set.of(AssetType.STOCK, AssetType.ETF, AssetType.CRYPTO);
    private static final int SYMBOLS_PER_CALL = 5;
    private static final int MAX_RECORDS = 250;

    /** GDELT gives the newest 250 of a call and no further page, so a call asks for few days. */
    private static final int DAYS_PER_CALL = 3;

    private static final int MAX_CALLS = 31;
    private static final Period REACH = Period.ofMonths(3);

    /** It names no time; it refuses even below its stated rate when it is busy. */
    static final Duration USUAL_WAIT = Duration.ofSeconds(60);

    /** A refusal is a sentence. */
    private static final int LONGEST_SENTENCE = 600;

    private static final Capabilities CAPABILITIES = new Capabilities(
            "gdelt",
            "GDELT DOC 2.0",
            "https://api.gdeltproject.org",
            Set.of("api.gdeltproject.org"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofSeconds(5))),
            List.of(Capability.of(
                            Dataset.ARTICLES, TYPES, List.of("title", "url", "publisher", "language", "published_at"))
                    .reaching(REACH)
                    .symbolsPerCall(SYMBOLS_PER_CALL)),
            PriceBasis.RAW,
            "USD",
            "Open for any use with attribution and a link; one call every five seconds. The articles are their publishers'.",
            "GDELT terms of use",
            "The GDELT Project (https://www.gdeltproject.org)",
            null);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(ARTLIST, "headlines with the time at which they were seen, newest first");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("articles", ARTLIST, "news", ARTLIST, "doc", ARTLIST);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        AssetType type = request.assetType();
        if (CAPABILITIES.offer(request.dataset(), type).isEmpty()) {
            return List.of();
        }
        List<WebCall> calls = new ArrayList<>();
        for (int i = 0; i < request.symbols().size(); i += SYMBOLS_PER_CALL) {
            List<String> chunk = request.symbols()
                    .subList(i, Math.min(i + SYMBOLS_PER_CALL, request.symbols().size()));
            GdeltQuery.of(chunk, type).ifPresent(query -> calls.addAll(calls(query, chunk, request, access)));
        }
        return calls;
    }

    private static List<WebCall> calls(
            String query, List<String> symbols, ProviderRequest request, ProviderAccess access) {
        String symbol = symbols.size() == 1 ? symbols.getFirst() : "";
        String address = "%s/api/v2/doc/doc?query=%s&mode=artlist&format=json&maxrecords=%d&sort=datedesc"
                .formatted(access.endpoint(), URLEncoder.encode(query, StandardCharsets.UTF_8), MAX_RECORDS);
        List<WebCall> calls = new ArrayList<>();
        LocalDate start = request.firstFrom(access.today().minus(REACH));
        while (!start.isAfter(request.to()) && calls.size() < MAX_CALLS) {
            LocalDate last = start.plusDays(DAYS_PER_CALL - 1L);
            LocalDate end = last.isAfter(request.to()) ? request.to() : last;
            String range = "&startdatetime=%s000000&enddatetime=%s235959"
                    .formatted(
                            start.format(DateTimeFormatter.BASIC_ISO_DATE),
                            end.format(DateTimeFormatter.BASIC_ISO_DATE));
            calls.add(WebCall.of(ARTLIST, address + range, symbol));
            start = end.plusDays(1);
        }
        return calls;
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        String text = response.text();
        Optional<JsonNode> json = WebJson.parseCareless(text);
        Optional<ProviderAnswer> why =
                (json.isEmpty() ? said(text, response) : Optional.<ProviderAnswer>empty()).or(() -> status(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        if (!kind.equals(ARTLIST)) {
            return Reading.schemaChanged("kind is '%s'; allowed: artlist".formatted(kind));
        }
        return json.map(tree -> ArticleListReader.read(context, tree, response))
                .orElseGet(() -> Readings.unreadable(response, "a JSON list of articles"));
    }

    /** Refusals are sentences, mostly with 200. */
    private static Optional<ProviderAnswer> said(String text, WebResponse response) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        boolean isMarkup = words.startsWith("<") || words.startsWith("{") || words.startsWith("[");
        if (words.length() > LONGEST_SENTENCE || isMarkup) {
            return Optional.empty();
        }
        if (words.contains("limit requests") || words.contains("too many requests")) {
            return Optional.of(throttled(response));
        }
        // The question cannot be put: another provider may know these symbols, and the next ones are a question anew.
        boolean isAboutPhrase =
                words.contains("too short") || words.contains("too long") || words.contains("too common");
        boolean isRefused = isAboutPhrase && !words.contains("timespan");
        return isRefused ? Optional.of(new SymbolUnknown(WebStatus.seen(response))) : Optional.empty();
    }

    private static Optional<ProviderAnswer> status(WebResponse response) {
        return response.status() == 429 ? Optional.of(throttled(response)) : WebStatus.refusal(response);
    }

    private static Throttled throttled(WebResponse response) {
        Duration wait = response.header("retry-after").isPresent() ? WebStatus.waitTime(response) : USUAL_WAIT;
        return new Throttled(wait, WebStatus.seen(response));
    }
}
