package io.lumia.news;

import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.news.text.ArticleTypes;
import io.lumia.news.text.CanonicalUrl;
import io.lumia.news.text.ContentHash;
import io.lumia.news.text.Languages;
import io.lumia.news.text.NearDuplicates;
import io.lumia.news.text.NormalText;
import io.lumia.news.text.QualityFloor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Applies the rules about texts to one as it was received: all that can be said without looking at others. */
public final class PrepareArticle {

    /** Clocks of publishers run ahead by minutes; a text from further ahead is dated wrongly. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    /** A date that has not begun in the zone that is furthest ahead has begun nowhere. */
    private static final Duration EARLIEST_ZONE = Duration.ofHours(14);

    private static final int MAX_PUBLISHER_CHARACTERS = 200;
    private static final int MAX_SOURCE_KEY_CHARACTERS = 500;
    private static final int MAX_URL_CHARACTERS = CanonicalUrl.LENGTH;

    private final Languages languages;

    public PrepareArticle(Languages languages) {
        this.languages = languages;
    }

    /** What came of it. */
    public sealed interface Prepared {}

    public record Ready(PreparedArticle article) implements Prepared {}

    /** @param detail the value and what was allowed, for a person */
    public record Refused(QuarantineReason reason, String detail) implements Prepared {}

    /**
     * @param provider    adapter that brought it
     * @param collectedAt when it came in
     */
    public Prepared prepare(ReceivedArticle received, String provider, Instant collectedAt) {
        if (isFromTheFuture(received.published(), collectedAt)) {
            return new Refused(
                    QuarantineReason.FUTURE_DATE,
                    "published at %s and collected at %s; allowed: not after that"
                            .formatted(received.published().at(), collectedAt));
        }
        return switch (NormalText.title(received.title())) {
            case NormalText.TooLong longTitle -> tooLong("title", longTitle);
            case NormalText.Clean title ->
                switch (NormalText.body(received.body())) {
                    case NormalText.TooLong longBody -> tooLong("body", longBody);
                    case NormalText.Clean body -> judged(received, title.text(), body.text(), provider, collectedAt);
                };
        };
    }

    private static boolean isFromTheFuture(Published published, Instant collectedAt) {
        return switch (published.precision()) {
            case INSTANT, SEEN -> published.at().isAfter(collectedAt.plus(CLOCK_TOLERANCE));
            case DAY -> published.at().isAfter(collectedAt.plus(EARLIEST_ZONE));
        };
    }

    private static Refused tooLong(String field, NormalText.TooLong text) {
        return new Refused(
                QuarantineReason.TOO_LONG,
                "%s has %,d characters; allowed: at most %,d".formatted(field, text.characters(), text.allowed()));
    }

    private Prepared judged(ReceivedArticle received, String title, String body, String provider, Instant collectedAt) {
        boolean isPost = received.kind() == ArticleKind.SOCIAL;
        QualityFloor.Verdict verdict =
                isPost ? QualityFloor.ofPost((title + " " + body).strip()) : QualityFloor.ofTitle(title);
        return switch (verdict) {
            case QualityFloor.Refused refused ->
                new Refused(QuarantineReason.NOTHING_SAID, refused.reason().text());
            case QualityFloor.Accepted _ -> new Ready(article(received, title, body, provider, collectedAt));
        };
    }

    private PreparedArticle article(
            ReceivedArticle received, String title, String body, String provider, Instant collectedAt) {
        String publisher = name(received.publisher(), provider);
        Optional<String> urlHash = CanonicalUrl.parse(received.url()).map(CanonicalUrl::hash);
        List<Integer> bands = Arrays.stream(NearDuplicates.bands(NearDuplicates.fingerprint(title, body)))
                .boxed()
                .toList();
        return new PreparedArticle(
                received.kind(),
                ArticleTypes.of(received.kind(), publisher, title),
                provider,
                publisher,
                shortened(received.sourceId(), MAX_SOURCE_KEY_CHARACTERS),
                title,
                body,
                received.url().length() <= MAX_URL_CHARACTERS ? received.url() : "",
                urlHash,
                ContentHash.of(title, body),
                bands,
                languages.detect((title + " " + body).strip(), stated(received)),
                received.published(),
                UsableFrom.of(received.published()),
                collectedAt,
                received.symbols());
    }

    private static String stated(ReceivedArticle received) {
        return received.language().isEmpty() ? Languages.UNDECIDED : received.language();
    }

    private static String name(String publisher, String provider) {
        return NormalText.title(publisher) instanceof NormalText.Clean(String text, int _) && !text.isEmpty()
                ? shortened(text, MAX_PUBLISHER_CHARACTERS)
                : provider;
    }

    /** A name, not a text: what is behind the bound tells nothing apart. */
    private static String shortened(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most);
    }
}
