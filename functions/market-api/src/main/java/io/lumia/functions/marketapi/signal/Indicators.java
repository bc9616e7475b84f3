package io.lumia.functions.marketapi.signal;

import io.lumia.kernel.AppException;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.sentiment.SentimentColumn;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signals that a caller picks, by their names. */
final class Indicators {

    static final List<Indicator> ALL = Stream.<Indicator>concat(
                    Arrays.stream(SignalColumn.values()).map(Indicator.OfPrices::new),
                    Arrays.stream(SentimentColumn.values()).map(Indicator.OfTexts::new))
            .toList();

    private static final Map<String, Indicator> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Indicator::columnName, Function.identity()));

    private Indicators() {}

    /** In the order asked for, each once. Fails naming all that are not known. */
    static List<Indicator> parse(String list) {
        List<String> names =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        List<String> unknown =
                names.stream().filter(name -> !BY_NAME.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            String allowed = ALL.stream().map(Indicator::columnName).collect(Collectors.joining(", "));
            throw AppException.invalid("indicators", String.join(", ", unknown), allowed);
        }
        Set<Indicator> columns = names.stream().map(BY_NAME::get).collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(columns);
    }
}
