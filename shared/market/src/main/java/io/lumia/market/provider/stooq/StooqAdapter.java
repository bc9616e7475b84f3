package io.lumia.market.provider.stooq;

import io.lumia.market.PriceBasis;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.CsvTable;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.KeyNeed;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.Quota;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.ReadsAnswers;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebAdapter;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stooq serves a proof-of-work page to whatever is no browser, so it offers nothing and is never called. Its answers can
 * be read, to tell what a stored one was.
 */
@ReadsAnswers
public final class StooqAdapter implements WebAdapter {

    static final String DAILY = "daily";

    private static final Capabilities CAPABILITIES = new Capabilities(
            "stooq",
            "Stooq",
            "https://stooq.com",
            Set.of("stooq.com"),
            KeyNeed.NONE,
            List.of(Quota.of(1, Duration.ofMinutes(1))),
            List.of(),
            PriceBasis.FULLY_ADJUSTED,
            "USD",
            "Closed to unattended use: a proof-of-work page since July 2026.",
            "Stooq terms of use",
            "Stooq",
            null);

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> kinds() {
        return Map.of(DAILY, "daily bars as CSV");
    }

    @Override
    public Map<String, String> aliases() {
        return Map.of("bars", DAILY, "prices", DAILY);
    }

    @Override
    public List<WebCall> calls(ProviderRequest request, ProviderAccess access) {
        return List.of();
    }

    @Override
    public Reading read(ReadContext context, WebResponse response) {
        return Reading.guarded(response, () -> readKnown(context, response));
    }

    private Reading readKnown(ReadContext context, WebResponse response) {
        String kind = aliases().getOrDefault(context.kind(), context.kind());
        Optional<ProviderAnswer> why = said(response).or(() -> WebStatus.refusal(response));
        if (why.isPresent()) {
            return Reading.none(why.get());
        }
        Optional<CsvTable> table = CsvTable.parse(response.text())
                .filter(csv -> csv.hasAll("date", "open", "high", "low", "close"))
                .filter(csv -> csv.isEnded() && !csv.isCut());
        if (!kind.equals(DAILY) || table.isEmpty()) {
            return Reading.schemaChanged("no whole CSV of days; " + WebStatus.seen(response));
        }
        return bars(context, table.get(), response);
    }

    private static Optional<ProviderAnswer> said(WebResponse response) {
        String text = response.text().strip().toLowerCase(Locale.ROOT);
        String seen = WebStatus.seen(response);
        if (text.startsWith("exceeded the daily hits limit")) {
            return Optional.of(new PlanLimit(seen));
        }
        if (response.status() < 500
                && (text.startsWith("<") || response.mediaType().equals("text/html"))) {
            return Optional.of(new Blocked("a page for browsers; " + seen));
        }
        if (text.startsWith("access denied")) {
            return Optional.of(new Blocked(seen));
        }
        if (text.startsWith("get your apikey")) {
            return Optional.of(new BadKey(seen));
        }
        return text.equals("no data") || text.equals("brak danych")
                ? Optional.of(new EmptyConfirmed(seen))
                : Optional.empty();
    }

    private static Reading bars(ReadContext context, CsvTable table, WebResponse response) {
        DailyRows rows = new DailyRows(context, context.symbol(), Columns.PLAIN);
        for (CsvTable.Row row : table.rows()) {
            LocalDate date = row.isWhole() ? date(row.cell("date")) : null;
            // A day that is not over is no daily bar yet.
            if (date == null || SessionEnd.isUsSessionOver(date, response.receivedAt())) {
                rows.add(row.line(), date, row, row::text);
            }
        }
        return rows.reading();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
