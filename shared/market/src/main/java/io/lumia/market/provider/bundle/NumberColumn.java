package io.lumia.market.provider.bundle;

import io.lumia.market.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** A column of numbers, and what was wrong with the one read last. */
final class NumberColumn {

    private final String name;
    private final int position;
    private Decimals.State state = Decimals.State.EMPTY;

    NumberColumn(CsvHeader header, String name, int extraColumns) {
        this.name = name;
        int inHeader = header.position(name);
        this.position = inHeader < 0 ? -1 : inHeader + extraColumns;
    }

    /** The number, or NaN. An absent column is read as empty. */
    double read(CsvFields fields) {
        if (position < 0) {
            state = Decimals.State.EMPTY;
            return Double.NaN;
        }
        double value = fields.number(position);
        state = fields.numberState();
        return value;
    }

    boolean wasEmpty() {
        return state == Decimals.State.EMPTY;
    }

    /** Whether what was read can neither be used nor counts as absent. */
    boolean wasBad() {
        return state == Decimals.State.NOT_FINITE || state == Decimals.State.NOT_A_NUMBER;
    }

    QuarantineReason reason() {
        return switch (state) {
            case NOT_FINITE -> QuarantineReason.NON_FINITE_PRICE;
            case EMPTY -> QuarantineReason.MISSING_VALUE;
            case NUMBER, NOT_A_NUMBER -> QuarantineReason.MALFORMED_LINE;
        };
    }

    String detail(CsvFields fields) {
        return switch (state) {
            case EMPTY -> name + " is empty";
            case NOT_FINITE -> "%s is '%s'; allowed: a finite number".formatted(name, shown(fields));
            case NUMBER, NOT_A_NUMBER -> "%s is '%s'; allowed: a number such as 12.34".formatted(name, shown(fields));
        };
    }

    private @Nullable String shown(CsvFields fields) {
        String text = Text.shown(fields.text(position));
        return text.length() > BundleLimits.MAX_NUMBER_CHARACTERS
                ? text.substring(0, BundleLimits.MAX_NUMBER_CHARACTERS) + "…"
                : text;
    }
}
