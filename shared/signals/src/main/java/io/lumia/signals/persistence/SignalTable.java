package io.lumia.signals.persistence;

import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.StateColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that the signal tables share, in the order of {@link SignalColumn} and {@link StateColumn}; in the tables those
 * of a later migration stand behind. A test holds the migrations against them.
 */
final class SignalTable {

    static final SignalColumn[] SIGNALS = SignalColumn.values();
    static final StateColumn[] STATES = StateColumn.values();

    /** {@code return_1d, return_30d, …}. */
    static final String SIGNAL_NAMES = names(signalNames());

    /** Everything that is computed: what makes two rows differ. */
    static final String VALUE_NAMES = names(valueNames());

    /** All columns of {@code daily_signal} and {@code latest_signal}. */
    static final String ROW_NAMES = "asset_id, signal_date, " + VALUE_NAMES + ", computed_at";

    static final int ROW_COLUMNS = 2 + valueNames().size() + 1;

    private SignalTable() {}

    /** {@code d.return_1d, d.return_30d, …} for a comparison of whole rows. */
    static String valuesOf(String table) {
        return names(valueNames().stream().map(name -> table + "." + name).toList());
    }

    /** {@code return_1d = excluded.return_1d, …, computed_at = excluded.computed_at}. */
    static String assignments() {
        return Stream.concat(valueNames().stream(), Stream.of("computed_at"))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
    }

    private static List<String> signalNames() {
        return Arrays.stream(SIGNALS).map(SignalColumn::columnName).toList();
    }

    private static List<String> valueNames() {
        Stream<String> states = Arrays.stream(STATES).map(StateColumn::columnName);
        return Stream.concat(Stream.concat(signalNames().stream(), Stream.of("bars_seen")), states)
                .toList();
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }
}
