package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers symbols in the order in which they are first seen, without making a string for a line whose symbol is that of
 * the line before.
 */
final class SymbolNames {

    /** Stands for lines whose symbol cannot be read. */
    static final String UNREADABLE = "?";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private byte[] lastBytes = new byte[0];
    private int lastNumber = -1;

    /** The symbol's number; that of {@link #UNREADABLE} if the field holds none. */
    int number(CsvFields fields, int field) {
        byte[] bytes = fields.bytes();
        int start = fields.start(field);
        int end = fields.end(field);
        if (lastNumber >= 0 && Arrays.equals(bytes, start, end, lastBytes, 0, lastBytes.length)) {
            return lastNumber;
        }
        lastNumber = number(fields.symbol(field));
        lastBytes = Arrays.copyOfRange(bytes, start, end);
        return lastNumber;
    }

    int unreadable() {
        return number((String) null);
    }

    /** For files that are not asked by symbols. */
    int any() {
        return number(Dataset.ANY_SYMBOL);
    }

    String name(int number) {
        return names.get(number);
    }

    @Nullable
    Integer find(String symbol) {
        return numbers.get(symbol);
    }

    List<String> all() {
        return List.copyOf(names);
    }

    private int number(@Nullable String symbol) {
        String name = symbol == null ? UNREADABLE : symbol;
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() == BundleLimits.MAX_SYMBOLS) {
            throw new AppException(
                    ErrorCode.LIMIT_REACHED, "more than %,d symbols in one file".formatted(BundleLimits.MAX_SYMBOLS));
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }
}
