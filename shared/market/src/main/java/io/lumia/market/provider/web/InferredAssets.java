package io.lumia.market.provider.web;

import io.lumia.kernel.Symbol;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.PublicationLag;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes instruments by their own rows, where a source has no descriptions: a series of reference rates or yields says
 * how often it has a value and in which currency, and nothing more. What was inferred says so ({@code metadata=inferred});
 * a source that does describe it fills in the rest later.
 */
final class InferredAssets {

    static final String METADATA = "metadata";

    /** Days on which these sources have values; see {@code ExchangeCalendar}. */
    private static final Map<String, String> CALENDARS =
            Map.of("ecb", "target", "frankfurter", "target", "ustreasury", "federal_reserve");

    private static final int PAIR_CHARACTERS = 6;

    private InferredAssets() {}

    /** The descriptions alone, and what could not be read. */
    static ParsedAnswer only(ParsedAnswer rows, Source source, @Nullable AssetType type) {
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        of(rows, source, type).forEach(answer::asset);
        rows.rejected().forEach(answer::rejected);
        return answer.build();
    }

    /** One per symbol that has rows, by symbol. */
    static List<AssetDefinition> of(ParsedAnswer rows, Source source, @Nullable AssetType type) {
        Map<String, List<LocalDate>> bars = dates(rows.bars(), bar -> bar.date());
        Map<String, List<LocalDate>> series = dates(rows.observations(), observation -> observation.date());
        List<AssetDefinition> assets = new ArrayList<>();
        bars.forEach(
                (symbol, dates) -> assets.add(asset(symbol, source, type == null ? AssetType.STOCK : type, Map.of())));
        series.forEach((symbol, dates) -> assets.add(asset(
                symbol,
                source,
                type == null ? AssetType.ECONOMIC_INDICATOR : type,
                Map.of(PublicationLag.FREQUENCY, frequency(dates)))));
        return assets;
    }

    private static <T> Map<String, List<LocalDate>> dates(List<Row<T>> rows, Function<T, LocalDate> dateOf) {
        Map<String, List<LocalDate>> dates = new TreeMap<>();
        for (Row<T> row : rows) {
            if (Symbol.isValid(row.symbol())) {
                dates.computeIfAbsent(row.symbol(), _ -> new ArrayList<>()).add(dateOf.apply(row.value()));
            }
        }
        return dates;
    }

    private static AssetDefinition asset(String symbol, Source source, AssetType type, Map<String, String> known) {
        Map<String, String> attributes = new HashMap<>(known);
        attributes.put(METADATA, "inferred");
        String calendar = CALENDARS.get(source.provider());
        if (calendar != null) {
            attributes.put("calendar", calendar);
        }
        return new AssetDefinition(
                Symbol.parse(symbol),
                symbol,
                type,
                null,
                currency(symbol, type, source),
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                attributes);
    }

    /** What a pair is quoted in; the source's usual currency elsewhere. */
    private static String currency(String symbol, AssetType type, Source source) {
        if (type == AssetType.FOREX && symbol.length() == PAIR_CHARACTERS) {
            return symbol.substring(PAIR_CHARACTERS / 2);
        }
        int hyphen = symbol.indexOf('-');
        boolean isCryptoPair = type == AssetType.CRYPTO && hyphen > 0 && symbol.length() - hyphen == 4;
        return isCryptoPair ? symbol.substring(hyphen + 1) : source.currency();
    }

    /** By the usual distance between two values; daily where there is one only. */
    static String frequency(List<LocalDate> dates) {
        List<LocalDate> sorted = dates.stream().distinct().sorted().toList();
        List<Long> distances = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            distances.add(ChronoUnit.DAYS.between(sorted.get(i - 1), sorted.get(i)));
        }
        distances.sort(Long::compare);
        long usual = distances.isEmpty() ? 1 : distances.get(distances.size() / 2);
        if (usual <= 4) {
            return "D";
        }
        if (usual <= 10) {
            return "W";
        }
        if (usual <= 45) {
            return "M";
        }
        return usual <= 120 ? "Q" : "A";
    }
}
