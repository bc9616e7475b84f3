package io.lumia.market.provider.bundle;

/** How a bad date is told. */
final class Dates {

    private Dates() {}

    static String detail(String column, CsvFields fields, int position) {
        String text = Text.shown(fields.text(position));
        String shown = text.length() > BundleLimits.MAX_NUMBER_CHARACTERS
                ? text.substring(0, BundleLimits.MAX_NUMBER_CHARACTERS) + "…"
                : text;
        return "%s is '%s'; allowed: a date such as 2017-12-29".formatted(column, shown);
    }
}
