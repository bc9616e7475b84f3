package io.lumia.signals.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.kernel.AsOf;
import io.lumia.market.Asset;
import io.lumia.market.AssetType;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.SentimentAsOf;
import io.lumia.signals.sentiment.SentimentDay;
import io.lumia.signals.sentiment.SentimentHistory;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentStore;
import io.lumia.signals.sentiment.SentimentUpdate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of scored texts on a real PostgreSQL. */
class SentimentUpdateTest {

    private static final Instant NOW = Instant.parse("2017-11-20T12:00:00Z");
    private static final LocalDate WEDNESDAY = LocalDate.of(2017, 11, 8);

    private final TestMarket market = new TestMarket();
    private final Asset stock = market.asset("AAA", AssetType.STOCK);

    @Test
    void storesARowForEachSessionOnWhichATextIsFresh() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);

        int changed = update("2017-11-08T15:00:00Z");

        assertThat(changed).isEqualTo(2);
        assertThat(rows()).extracting(SentimentDay::date).containsExactly(WEDNESDAY, WEDNESDAY.plusDays(1));
        assertThat(rows().getFirst().averageSentiment()).isCloseTo(0.6, within(1e-12));
        assertThat(market.query("SELECT DISTINCT model_version FROM signals.daily_sentiment"))
                .isEqualTo("test-1\n");
    }

    @Test
    void theScoreForTheAssetCountsBeforeThatOfTheWholeText() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        score(1, stock.key(), 0.8, 0.1, 0.1, false);

        update("2017-11-08T15:00:00Z");

        assertThat(rows().getFirst().averageSentiment()).isCloseTo(-0.7, within(1e-12));
    }

    @Test
    void twiceTheSameTouchesNoRow() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        update("2017-11-08T15:00:00Z");

        assertThat(update("2017-11-08T15:00:00Z")).isZero();
    }

    @Test
    void whatAPersonSaysIsNotAboutItGoes() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        update("2017-11-08T15:00:00Z");
        market.execute("UPDATE news.article_link SET relevance = 0, method = 'manual'");

        int changed = update("2017-11-08T15:00:00Z");

        assertThat(changed).isEqualTo(2);
        assertThat(rows()).isEmpty();
    }

    @Test
    void scoresOfAnotherModelAreNotMixedIn() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        article(2, "2017-11-08T16:00:00Z", "2017-11-08T16:05:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        market.execute("""
                INSERT INTO sentiment.model (model_version, status, begun_at) VALUES ('test-2', 'scoring', now())""");
        market.execute("""
                INSERT INTO sentiment.score SELECT 2, 0, model_id, 0.9, 0.05, 0.05, 0.9, false, 'transformer', '', now()
                  FROM sentiment.model WHERE model_version = 'test-2'""");

        update("2017-11-08T15:00:00Z");

        assertThat(rows().getFirst().newsCount()).isEqualTo(1);
        assertThat(rows().getFirst().averageSentiment()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void anInstantKnowsOnlyWhatHadBeenCollectedByThen() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        article(2, "2017-11-08T16:00:00Z", "2017-11-10T12:00:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        score(2, 0, 0.7, 0.2, 0.1, false);

        List<SentimentDay> before = asOf("2017-11-10T11:59:59Z");
        List<SentimentDay> after = asOf("2017-11-10T12:00:00Z");

        assertThat(before.getFirst().newsCount()).isEqualTo(1);
        assertThat(before.getFirst().averageSentiment()).isCloseTo(0.6, within(1e-12));
        assertThat(after.getFirst().newsCount()).isEqualTo(2);
        assertThat(asOf("2017-11-08T20:00:00Z"))
                .as("the session has not closed")
                .isEmpty();
    }

    @Test
    void storedRowsAreThoseThatAreComputedAsOfNow() {
        article(1, "2017-11-08T15:00:00Z", "2017-11-08T15:05:00Z");
        article(2, "2017-10-20T16:00:00Z", "2017-11-10T12:00:00Z");
        score(1, 0, 0.1, 0.2, 0.7, false);
        score(2, 0, 0.7, 0.2, 0.1, false);

        update("2017-10-20T16:00:00Z");

        assertThat(rows()).isEqualTo(asOf("2017-11-20T12:00:00Z"));
    }

    private void article(int id, String usableFrom, String collectedAt) {
        market.execute("""
                INSERT INTO news.article (article_id, public_id, kind, article_type, provider, publisher, source_key, title, body, url,
                       language, published_at, published_precision, usable_from, collected_at) OVERRIDING SYSTEM VALUE
                VALUES (%d, '00000000-0000-0000-0000-00000000000%d', 'news', 'news', 'test', 'Reuters', '', 'A title of words', '', '',
                        'en', '%s', 'instant', '%s', '%s')""".formatted(id, id, usableFrom, usableFrom, collectedAt));
        market.execute("""
                INSERT INTO news.article_link VALUES (%d, %d, 'name_match', 1, '{"spans": []}', '%s', 'linker')""".formatted(id, stock.key(), collectedAt));
    }

    private void score(int article, int asset, double negative, double neutral, double positive, boolean abstained) {
        market.execute("""
                INSERT INTO sentiment.model (model_version, status, begun_at) VALUES ('test-1', 'active', now())
                ON CONFLICT DO NOTHING""");
        market.execute("""
                INSERT INTO sentiment.score SELECT %d, %d, model_id, %s, %s, %s, 0.9, %s, 'transformer', '', now()
                  FROM sentiment.model WHERE model_version = 'test-1'""".formatted(article, asset, negative, neutral, positive, abstained));
    }

    private int update(String usableFrom) {
        return market.inTransaction(() -> new SentimentUpdate(
                        market.bean(Mentions.class),
                        market.bean(SentimentStore.class),
                        SentimentRules.USUAL,
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .update(stock, Instant.parse(usableFrom)));
    }

    private List<SentimentDay> rows() {
        return market.bean(SentimentHistory.class)
                .history(stock, LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31), 100);
    }

    private List<SentimentDay> asOf(String instant) {
        return new SentimentAsOf(market.bean(Mentions.class), SentimentRules.USUAL)
                .history(
                        stock,
                        LocalDate.of(2017, 1, 1),
                        LocalDate.of(2017, 12, 31),
                        AsOf.of(Instant.parse(instant)),
                        100);
    }
}
