package io.lumia.market.provider.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.kernel.AppException;
import io.lumia.market.Dataset;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of one answer, oldest first. A text that cannot be read, says nothing or is endless is set aside with
 * its reason; one from outside the range asked for is left out.
 */
public final class TextRows {

    /** Of a headline, or of a post as a whole. */
    public static final int MAX_TITLE_CHARACTERS = 10_000;

    public static final int MAX_BODY_CHARACTERS = 100_000;

    private final ReadContext context;
    private final List<Row<ReceivedArticle>> texts = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private @Nullable LocalDate oldest;

    public TextRows(ReadContext context) {
        this.context = context;
    }

    /**
     * Reads a text. Whatever its reader fails with (INVALID_INPUT) is the reason why it is set aside.
     *
     * @param raw as received, as far as it may be shown
     */
    public void add(long line, String raw, Supplier<ReceivedArticle> reader) {
        String shown = RowText.shown(raw);
        try {
            keep(line, shown, reader.get());
        } catch (AppException e) {
            reject(line, null, QuarantineReason.MALFORMED_LINE, shown, String.valueOf(e.getMessage()));
        }
    }

    /** A row that its source has emptied. */
    public void nothingSaid(long line, String raw, String detail) {
        reject(line, null, QuarantineReason.NOTHING_SAID, RowText.shown(raw), detail);
    }

    /** A row that another reader has set aside. */
    public void setAside(Rejected row) {
        rejected.add(row);
    }

    private void keep(long line, String raw, ReceivedArticle text) {
        LocalDate date = text.published().date();
        oldest = oldest == null || date.isBefore(oldest) ? date : oldest;
        if (!context.wants(date)) {
            return;
        }
        String endless = endless(text);
        if (text.title().isBlank()) {
            reject(line, date, QuarantineReason.NOTHING_SAID, raw, "no title and no text");
        } else if (endless != null) {
            reject(line, date, QuarantineReason.TOO_LONG, raw, endless);
        } else {
            texts.add(new Row<>(line, symbol(text), text, raw));
        }
    }

    private static @Nullable String endless(ReceivedArticle text) {
        if (text.title().length() > MAX_TITLE_CHARACTERS) {
            return "title has %,d characters; allowed: at most %,d"
                    .formatted(text.title().length(), MAX_TITLE_CHARACTERS);
        }
        return text.body().length() > MAX_BODY_CHARACTERS
                ? "body has %,d characters; allowed: at most %,d"
                        .formatted(text.body().length(), MAX_BODY_CHARACTERS)
                : null;
    }

    /** What was asked for, or the first that the source names. */
    private String symbol(ReceivedArticle text) {
        if (!context.symbol().isEmpty()) {
            return context.symbol();
        }
        return text.symbols().isEmpty() ? Dataset.ANY_SYMBOL : text.symbols().getFirst();
    }

    private void reject(long line, @Nullable LocalDate date, QuarantineReason reason, String raw, String detail) {
        String symbol = context.symbol().isEmpty() ? Dataset.ANY_SYMBOL : context.symbol();
        rejected.add(new Rejected(line, symbol, date, reason, raw, RowText.shown(detail)));
    }

    /** The day of the oldest text that could be read, whether asked for or not. */
    public @Nullable LocalDate oldest() {
        return oldest;
    }

    /** Texts that all say nothing are no answer, yet nothing is wrong with their form. */
    public Reading reading(List<WebCall> more) {
        boolean saysNothing = texts.isEmpty()
                && more.isEmpty()
                && !rejected.isEmpty()
                && rejected.stream().allMatch(row -> row.reason() == QuarantineReason.NOTHING_SAID);
        if (saysNothing) {
            return Reading.none(new EmptyConfirmed("%d texts, none of which says anything: %s"
                    .formatted(rejected.size(), rejected.getFirst().detail())));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        texts.stream()
                .sorted(Comparator.comparing(row -> row.value().published().at()))
                .forEach(answer::article);
        rejected.forEach(answer::rejected);
        ParsedAnswer rows = answer.build();
        boolean isUnreadable = texts.isEmpty() && more.isEmpty() && !rejected.isEmpty();
        return isUnreadable ? Reading.none(StoredAnswer.withoutRows(rows)) : Reading.rows(rows, more);
    }

    /** A text, empty where there is none; numbers are texts too. Fails with INVALID_INPUT for an object or a list. */
    public static String text(JsonNode row, String name) {
        JsonNode node = row.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (!node.isValueNode()) {
            throw AppException.invalid(name, RowText.shown(node.toString()), "a text");
        }
        return node.asText();
    }

    /** Some of a row's fields: a post is shown without who wrote it. */
    public static String only(JsonNode row, List<String> names) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        names.stream().filter(row::has).forEach(name -> some.set(name, row.path(name)));
        return some.toString();
    }

    /** The host of an address without {@code www.}; empty where it has none. */
    public static String host(String url) {
        try {
            String host = new URI(url.strip()).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
