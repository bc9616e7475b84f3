package io.lumia.functions.marketapi.signal;

import io.lumia.kernel.AppException;
import io.lumia.quant.signal.SignalColumn;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The signals that a caller picks, by their names. */
final class Indicators {

    static final List<SignalColumn> ALL = List.of(SignalColumn.values());

    private static final Map<String, SignalColumn> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SignalColumn::columnName, Function.identity()));

    private Indicators() {}

    /** In the order asked for, each once. Fails naming all that are not known. */
    static List<SignalColumn> parse(String list) {
        List<String> names =
                Arrays.stream(list.split(",", -1)).map(String::strip).toList();
        List<String> unknown =
                names.stream().filter(name -> !BY_NAME.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            String allowed = ALL.stream().map(SignalColumn::columnName).collect(Collectors.joining(", "));
            throw AppException.invalid("indicators", String.join(", ", unknown), allowed);
        }
        Set<SignalColumn> columns =
                names.stream().map(BY_NAME::get).collect(Collectors.toCollection(LinkedHashSet::new));
        return List.copyOf(columns);
    }
}
