package io.lumia.market.provider.worldbank;

import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.market.provider.worldbank.IndicatorPage.Entry;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a page says: values newest first, a null for a year that nobody has counted, an error with status 200. */
final class IndicatorAnswer {

    private final ReadContext context;
    private final IndicatorPage page;
    private final SeriesRows rows;

    private IndicatorAnswer(ReadContext context, IndicatorPage page) {
        this.context = context;
        this.page = page;
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<IndicatorPage> page = IndicatorPage.of(response);
        if (page.isPresent() && !page.get().message().isEmpty()) {
            return failure(page.get().message(), response);
        }
        return WebStatus.refusal(response)
                .map(Reading::none)
                .orElseGet(() -> page.isPresent()
                        ? new IndicatorAnswer(context, page.get()).read()
                        : Readings.unreadable(response, "a page of an indicator"));
    }

    /** By words: 120 is any invalid value, 175 an indicator that was deleted or archived. */
    private static Reading failure(String message, WebResponse response) {
        String words = message.toLowerCase(Locale.ROOT);
        String shown = WebStatus.beginning(message);
        if (words.startsWith("120 ") || words.startsWith("175 ") || words.contains("not found")) {
            return Readings.symbolUnknown(shown);
        }
        if (words.startsWith("105 ") || words.contains("unavailable")) {
            return Reading.none(new Unreachable(shown));
        }
        return WebStatus.refusal(response)
                .map(Reading::none)
                .orElseGet(() -> Reading.schemaChanged("message " + shown));
    }

    private Reading read() {
        if (page.entries().isEmpty()) {
            return Reading.none(new EmptyConfirmed("an indicator without rows"));
        }
        Optional<String> stranger = page.entries().stream()
                .filter(entry -> !entry.indicator().isEmpty() && symbol(entry).isEmpty())
                .findFirst()
                .map(entry -> IndicatorName.symbol(entry.indicator(), entry.country()));
        boolean none = page.entries().stream().allMatch(entry -> symbol(entry).isEmpty());
        if (none && stranger.isPresent()) {
            return Reading.schemaChanged(
                    "%s was asked for; the answer is about %s".formatted(context.symbols(), stranger.get()));
        }
        for (int i = 0; i < page.entries().size(); i++) {
            add(new Line(i + 1L, page.entries().get(i).raw()), page.entries().get(i));
        }
        return rows.reading(nextPage());
    }

    private void add(Line line, Entry entry) {
        Optional<LocalDate> date = Periods.parse(entry.date());
        Optional<String> symbol = symbol(entry);
        if (entry.indicator().isEmpty() || date.isEmpty()) {
            rows.malformed(
                    line,
                    symbol.orElse(""),
                    date.orElse(null),
                    "indicator '%s' on '%s'; allowed: an id and a period".formatted(entry.indicator(), entry.date()));
        } else if (symbol.isPresent()) {
            rows.observe(line, symbol.get(), date.get(), entry.value());
        }
    }

    /** The symbol in our spelling; empty where a row is about something that was not asked for. */
    private Optional<String> symbol(Entry entry) {
        Wanted wanted = Wanted.of(context);
        String own = IndicatorName.symbol(entry.indicator(), entry.country());
        if (wanted.isEverything()) {
            return Optional.of(own);
        }
        return wanted.symbols().stream()
                .filter(symbol -> symbol.equals(own)
                        || IndicatorName.parse(symbol)
                                .filter(name -> fits(name, entry))
                                .isPresent())
                .findFirst();
    }

    /** A symbol without a country accepts the one country of an answer. */
    private boolean fits(IndicatorName name, Entry entry) {
        if (!name.id().equals(entry.indicator())) {
            return false;
        }
        boolean same = name.country().equals(entry.country())
                || IndicatorName.symbol(name.id(), name.country())
                        .equals(IndicatorName.symbol(entry.indicator(), entry.country()));
        return same
                || (!name.named()
                        && page.entries().stream()
                                        .map(Entry::country)
                                        .distinct()
                                        .count()
                                == 1);
    }

    private List<WebCall> nextPage() {
        Entry first = page.entries().getFirst();
        return page.page() < page.pages()
                ? WorldBankAdapter.nextPage(
                                first.country(), first.indicator(), page.perPage(), page.page() + 1, context.symbol())
                        .stream()
                        .toList()
                : List.of();
    }
}
