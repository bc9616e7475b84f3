package io.lumia.market.provider.bls;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.QuarantineReason;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.SeriesRows.Line;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebJson;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code {"status":…,"message":[…],"Results":{"series":[{"seriesID":…,"data":[…]}]}}}, newest first. What went wrong is in
 * the messages, whatever the status says. M13, Q05 and S03 are averages of a year among its parts and no rows; {@code -}
 * is no value.
 */
final class SeriesAnswer {

    private static final Pattern AVERAGE = Pattern.compile("M13|Q05|S03");
    private static final Pattern PERIOD = Pattern.compile("[MQSA]\\d{2}");

    /** The messages repeat the key. */
    private static final Pattern KEY = Pattern.compile("(?i)(key:?)\\s*[A-Za-z0-9]{6,}");

    private final ReadContext context;
    private final SeriesRows rows;
    private final List<String> present = new ArrayList<>();
    private long number;
    private boolean asked;

    private SeriesAnswer(ReadContext context) {
        this.context = context;
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<JsonNode> tree = WebJson.parse(response.text())
                .filter(node -> node.isObject() && node.path("status").isTextual());
        if (tree.isEmpty()) {
            return WebStatus.refusal(response)
                    .map(Reading::none)
                    .orElseGet(() -> Readings.unreadable(response, "an object with a status"));
        }
        String messages = messages(tree.get());
        boolean succeeded = tree.get().path("status").asText().equals("REQUEST_SUCCEEDED");
        if (!succeeded || hasNoData(tree.get())) {
            Optional<Reading> why = failure(messages, response).map(Reading::none);
            if (why.isPresent()) {
                return why.get();
            }
        }
        return WebStatus.refusal(response)
                .map(Reading::none)
                .orElseGet(() -> succeeded
                        ? new SeriesAnswer(context).read(tree.get())
                        : Reading.schemaChanged("status %s: %s"
                                .formatted(tree.get().path("status").asText(), WebStatus.beginning(messages))));
    }

    private static String messages(JsonNode tree) {
        JsonNode message = tree.path("message");
        List<String> texts = new ArrayList<>();
        if (message.isTextual()) {
            texts.add(message.asText());
        }
        message.forEach(text -> texts.add(text.asText()));
        return KEY.matcher(String.join("; ", texts)).replaceAll("$1 (not shown)");
    }

    private static Optional<ProviderAnswer> failure(String messages, WebResponse response) {
        String words = messages.toLowerCase(Locale.ROOT);
        String shown = WebStatus.beginning(messages);
        if (words.contains("threshold") || words.contains("exceeded the number of requests")) {
            return Optional.of(new PlanLimit(shown));
        }
        if (words.contains("key") && words.contains("invalid")) {
            return Optional.of(new BadKey(shown));
        }
        if (words.contains("series does not exist") || words.contains("invalid series")) {
            return Optional.of(new SymbolUnknown(shown));
        }
        if (words.contains("too many requests")) {
            return Optional.of(new Throttled(WebStatus.waitTime(response), shown));
        }
        return words.contains("unavailable") || words.contains("try again later")
                ? Optional.of(new Unreachable(shown))
                : Optional.empty();
    }

    /** In an object, or in a list of one as older answers had it. */
    private static JsonNode series(JsonNode tree) {
        JsonNode results = tree.path("Results");
        return (results.isArray() ? results.path(0) : results).path("series");
    }

    private static boolean hasNoData(JsonNode tree) {
        for (JsonNode one : series(tree)) {
            if (!one.path("data").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private Reading read(JsonNode tree) {
        JsonNode series = series(tree);
        if (!series.isArray() || series.isEmpty()) {
            return Reading.schemaChanged("no series in Results");
        }
        for (JsonNode one : series) {
            if (!one.path("seriesID").isTextual() || !one.path("data").isArray()) {
                return Reading.schemaChanged("a series without seriesID or data");
            }
            String id = one.path("seriesID").asText();
            present.add(id);
            symbol(id).ifPresent(symbol -> {
                asked = true;
                one.path("data").forEach(row -> add(symbol, row));
            });
        }
        return asked
                ? rows.reading()
                : Reading.schemaChanged(
                        "%s was asked for; the answer is about %s".formatted(context.symbols(), present));
    }

    private Optional<String> symbol(String id) {
        Wanted wanted = Wanted.of(context);
        if (wanted.isEverything()) {
            return Optional.of(id);
        }
        return wanted.symbols().stream()
                .filter(symbol -> symbol.equals(id)
                        || BlsAdapter.blsId(symbol).filter(id::equals).isPresent())
                .findFirst();
    }

    private void add(String symbol, JsonNode row) {
        number++;
        Line line = new Line(number, row.toString());
        String period = row.path("period").asText("");
        if (AVERAGE.matcher(period).matches()) {
            rows.missing();
            return;
        }
        Optional<LocalDate> date = PERIOD.matcher(period).matches()
                ? Periods.parse(row.path("year").asText("") + "-" + period)
                : Optional.empty();
        JsonNode value = row.path("value");
        if (date.isEmpty()) {
            rows.malformed(
                    line,
                    symbol,
                    null,
                    "period is '%s' of year '%s'; allowed: M01 to M12, Q01 to Q04, S01, S02, A01"
                            .formatted(period, row.path("year").asText("")));
        } else if (value.isMissingNode()) {
            rows.reject(line, symbol, date.get(), QuarantineReason.MISSING_VALUE, "no value; allowed: a number or -");
        } else {
            rows.observe(line, symbol, date.get(), value.asText());
        }
    }
}
