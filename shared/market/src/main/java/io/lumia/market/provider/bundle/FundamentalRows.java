package io.lumia.market.provider.bundle;

import io.lumia.market.Fundamental;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/** Rows of {@code fundamentals.csv}. Metric names are brought to snake_case. */
final class FundamentalRows implements RowReader {

    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final FundamentalDates dates;
    private final int metric;
    private final int periodEnd;
    private final int currency;
    private final NumberColumn value;
    private final String defaultCurrency;

    FundamentalRows(CsvHeader header, int extraColumns, String defaultCurrency) {
        this.dates = new FundamentalDates(header, extraColumns);
        this.metric = header.position("metric") + extraColumns;
        this.periodEnd = header.position("period_end") + extraColumns;
        this.currency = header.position("currency") + extraColumns;
        this.value = new NumberColumn(header, "value", extraColumns);
        this.defaultCurrency = defaultCurrency;
    }

    @Override
    public void read(CsvFields fields, Facts facts) {
        LocalDate end = dates.periodEnd(fields);
        LocalDate start = dates.periodStart(fields);
        LocalDate reportedAt = dates.reportedAt(fields);
        if (end == null || start == null || reportedAt == null) {
            facts.malformed(
                    end,
                    "period_start, period_end or reported_at is no date; "
                            + Dates.detail("period_end", fields, periodEnd));
            return;
        }
        String name = snakeCase(fields.text(metric));
        String unit = fields.isEmpty(currency) ? defaultCurrency : fields.text(currency);
        double number = value.read(fields);
        if (value.wasBad() || value.wasEmpty()) {
            facts.reject(end, value.reason(), value.detail(fields));
        } else if (!METRIC.matcher(name).matches()) {
            facts.malformed(end, "metric is '%s'; allowed: a name such as net_income".formatted(Text.shown(name)));
        } else if (!CURRENCY.matcher(unit).matches()) {
            facts.malformed(end, "currency is '%s'; allowed: three letters such as USD".formatted(Text.shown(unit)));
        } else {
            boolean assumed = dates.isReportedAtAssumed(fields);
            facts.fundamental(new Fundamental(name, start, end, reportedAt, assumed, number, unit));
        }
    }

    private static String snakeCase(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
