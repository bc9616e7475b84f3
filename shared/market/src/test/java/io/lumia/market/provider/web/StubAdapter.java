package io.lumia.market.provider.web;

import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.Observation;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A provider of its own: lines such as {@code 2026-11-24,4.05}, a last line {@code more <path>} for a next page, or a word:
 * {@code empty}, {@code unknown}, {@code badkey}, {@code crash}.
 */
final class StubAdapter implements WebAdapter {

    static final String NAME = "stub";

    private final KeyNeed key;
    private final PriceBasis basis;
    private final boolean wantsContact;

    StubAdapter(KeyNeed key, PriceBasis basis, boolean wantsContact) {
        this.key = key;
        this.basis = basis;
        this.wantsContact = wantsContact;
    }

    static StubAdapter keyless() {
        return new StubAdapter(KeyNeed.NONE, PriceBasis.RAW, false);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                NAME,
                "The stub",
                "https://stub.example",
                Set.of("stub.example"),
                key,
                Quota.parse("1000/1s"),
                List.of(Capability.of(Dataset.OBSERVATIONS, Set.of(AssetType.ECONOMIC_INDICATOR), List.of("value"))),
                basis,
                "USD",
                "Anything goes",
                "CC0-1.0",
                "The stub",
                null);
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of("series", "values");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("observations", "series");
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        if ((key == KeyNeed.REQUIRED && access.key() == null) || (wantsContact && access.contact() == null)) {
            return List.of();
        }
        String query = access.key() == null ? "" : "?x=" + access.key() + "&api_key=" + access.key();
        return request.symbols().stream()
                .filter(symbol -> !symbol.startsWith("^"))
                .map(symbol -> WebCall.of("series", access.endpoint() + "/" + symbol + query, symbol)
                        .upTo(10_000))
                .toList();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        String text = response.text().strip();
        return switch (text) {
            case "empty" -> Reading.none(new EmptyConfirmed("nothing"));
            case "unknown" -> Reading.none(new SymbolUnknown("who?"));
            case "crash" -> throw new IllegalStateException("the reader fell over");
            default -> {
                if (text.startsWith("badkey")) {
                    yield Reading.none(new BadKey(text));
                }
                yield WebStatus.refusal(response).map(Reading::none).orElseGet(() -> rows(context, text));
            }
        };
    }

    private static Reading rows(ReadContext context, String text) {
        ParsedAnswer.Builder rows = ParsedAnswer.builder();
        List<WebCall> more = new ArrayList<>();
        long line = 0;
        for (String row : text.lines().toList()) {
            line++;
            if (row.startsWith("more ")) {
                more.add(WebCall.of("series", row.substring(5), context.symbol()));
                continue;
            }
            if (!row.matches("\\d{4}-\\d\\d-\\d\\d,[-.\\d]+")) {
                return Reading.none(new SchemaChanged("line %d is '%s'".formatted(line, row)));
            }
            String[] fields = row.split(",");
            LocalDate date = LocalDate.parse(fields[0]);
            if (context.wants(date)) {
                rows.observation(
                        new Row<>(line, context.symbol(), new Observation(date, Double.parseDouble(fields[1])), row));
            }
        }
        return Reading.rows(rows.build(), more);
    }
}
