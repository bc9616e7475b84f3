package io.lumia.functions.scoresentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.events.articlesloaded.v1.ArticlesLoaded;
import io.lumia.events.rescorerequested.v1.RescoreRequested;
import io.lumia.events.sentimentscored.v1.SentimentScored;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.market.ArticleKind;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.PriceBasis;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.news.Articles;
import io.lumia.news.TakeInArticles;
import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.metrics.Metrics;
import io.lumia.sentiment.Lexicon;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.article.ArticleScorer;
import io.lumia.sentiment.calibration.Calibration;
import io.lumia.sentiment.calibration.CalibrationFile;
import io.lumia.sentiment.ensemble.SentimentScorer;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles on their way to scores, on a real PostgreSQL. */
class ScoreSentimentTest {

    private static final Instant NOW = Instant.parse("2017-11-10T23:00:00Z");

    @TempDir
    private static Path folder;

    private final Path models = folder.resolve("models");
    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(EmbeddedDatabase.fresh().properties())
            .properties(Map.of("lumia.sentiment.cache", models))
            .singletons(Clock.fixed(NOW, ZoneOffset.UTC), bus)
            .start();
    private final FakeModel model = new FakeModel();
    private final List<UUID> articles = takeIn(
            "Apple sues Qualcomm over patent licences",
            "Boeing wins an order for forty planes",
            "Les ventes de Noël déçoivent les grands magasins parisiens cette année");

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void scoresEachArticleAsAWholeAndForEachAssetThatItNames() {
        useCase(1).articlesLoaded(loaded(1, articles));

        assertThat(query("SELECT count(*) FROM sentiment.score WHERE asset_id = 0"))
                .isEqualTo("3");
        assertThat(query("SELECT count(*) FROM sentiment.score WHERE asset_id > 0"))
                .isEqualTo("3");
        assertThat(query("SELECT reason FROM sentiment.score WHERE abstained")).isEqualTo("not_english");
        assertThat(query("SELECT model_version || ' ' || status FROM sentiment.model"))
                .isEqualTo("fin-sentiment-1.0+c1 active");
        SentimentScored told = told().getFirst();
        assertThat(told.assets()).hasSize(3);
        assertThat(told.assets()).allMatch(asset -> asset.usableFrom().equals(Instant.parse("2017-11-10T15:00:00Z")));
    }

    @Test
    void scoresAHeadlineTooShortToTellItsLanguage() {
        List<UUID> undecided = takeIn("Boeing lands jumbo order");

        useCase(1).articlesLoaded(loaded(1, undecided));

        assertThat(query("SELECT language FROM news.article WHERE title = 'Boeing lands jumbo order'"))
                .isEqualTo("und");
        assertThat(query("SELECT count(p_positive) FROM sentiment.score WHERE asset_id = 0"))
                .isEqualTo("1");
    }

    @Test
    void aSecondDeliveryAndAnotherEventAboutTheSameChangeNothing() {
        ScoreSentiment useCase = useCase(1);
        useCase.articlesLoaded(loaded(1, articles));
        String before = scores();
        int read = model.textsRead();

        useCase.articlesLoaded(loaded(1, articles));
        useCase.articlesLoaded(loaded(2, articles.reversed()));

        assertThat(scores()).isEqualTo(before);
        assertThat(model.textsRead()).isEqualTo(read);
    }

    @Test
    void anyOrderEndsInTheSameScores() {
        ScoreSentiment useCase = useCase(1);
        useCase.articlesLoaded(loaded(1, List.of(articles.get(2))));
        useCase.articlesLoaded(loaded(2, articles.subList(0, 2)));
        String apart = scores();
        query("TRUNCATE sentiment.score");

        useCase.articlesLoaded(loaded(3, articles));

        assertThat(scores()).isEqualTo(apart);
    }

    @Test
    void aModelThatBreaksLeavesNothingAndTheNextDeliveryDoesAll() {
        ScoreSentiment useCase = useCase(1);
        model.setBroken(true);

        assertThatThrownBy(() -> useCase.articlesLoaded(loaded(1, articles)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("could not answer");
        assertThat(query("SELECT count(*) FROM sentiment.score")).isEqualTo("0");
        assertThat(told()).isEmpty();

        model.setBroken(false);
        useCase.articlesLoaded(loaded(1, articles));
        assertThat(query("SELECT count(*) FROM sentiment.score WHERE asset_id = 0"))
                .isEqualTo("3");
    }

    @Test
    void aModelThatCannotBeLoadedLeavesEverythingAndIsLoadedByTheNextDelivery() throws IOException {
        useCase(1).articlesLoaded(loaded(1, articles));
        told();
        String before = scores();
        List<UUID> later = takeIn("Apple opens a shop in a former railway station");
        Files.writeString(models, "a file where the folder should be");
        ScoreSentiment wired = context.getBean(ScoreSentiment.class);

        assertThatThrownBy(() -> wired.articlesLoaded(loaded(2, later)))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                .hasMessageContaining("the transformer cannot be loaded: model cache " + models);
        assertThatThrownBy(() -> wired.rescore(new RescoreRequested(new UUID(0, 3), 0)))
                .isInstanceOf(AppException.class);

        assertThat(query("SELECT model_version || ' ' || status FROM sentiment.model"))
                .isEqualTo("fin-sentiment-1.0+c1 active");
        assertThat(scores()).isEqualTo(before);
        assertThat(told()).isEmpty();

        Files.delete(models);
        wired.articlesLoaded(loaded(2, later));
        assertThat(query("SELECT count(*) FROM sentiment.score WHERE asset_id = 0"))
                .isEqualTo("4");
        assertThat(query("SELECT model_version || ' ' || status FROM sentiment.model"))
                .isEqualTo("fin-sentiment-1.0+c1 active");
    }

    @Test
    void aNewModelVersionScoresInTheBackgroundAndCountsWhenItIsThrough() {
        useCase(1).articlesLoaded(loaded(1, articles));
        told();
        List<UUID> later = takeIn("Apple opens a shop in a former railway station");
        ScoreSentiment newer = useCase(2);

        newer.articlesLoaded(loaded(2, later));

        assertThat(query("SELECT model_version || ' ' || status FROM sentiment.model ORDER BY model_id"))
                .isEqualTo("fin-sentiment-1.0+c1 active; fin-sentiment-1.0+c2 scoring");
        assertThat(told()).as("its scores do not count yet").isEmpty();

        rescoreUntilThrough(newer);

        assertThat(query("SELECT model_version || ' ' || status FROM sentiment.model ORDER BY model_id"))
                .isEqualTo("fin-sentiment-1.0+c1 retired; fin-sentiment-1.0+c2 active");
        assertThat(query("""
                SELECT count(*) FROM sentiment.score s JOIN sentiment.model m USING (model_id)
                 WHERE m.status = 'active' AND asset_id = 0""")).isEqualTo("4");
        List<SentimentScored> told = told();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().modelVersion()).isEqualTo("fin-sentiment-1.0+c2");
        assertThat(told.getFirst().assets()).hasSize(3);
    }

    private void rescoreUntilThrough(ScoreSentiment useCase) {
        for (int round = 0; round < 10; round++) {
            List<String> asked = bus.take("RescoreRequested");
            if (asked.isEmpty()) {
                return;
            }
            asked.forEach(
                    detail -> useCase.rescore(context.getBean(JsonCodec.class).read(detail, RescoreRequested.class)));
        }
        throw new IllegalStateException("it asks itself without end");
    }

    /** @param revision of the calibration, which is part of the version */
    private ScoreSentiment useCase(int revision) {
        Calibration shipped = CalibrationFile.shipped();
        Calibration calibration = new Calibration(
                shipped.modelVersion(),
                shipped.lexiconVersion(),
                revision,
                shipped.fittedOn(),
                shipped.news(),
                shipped.social());
        SentimentScorer scorer =
                SentimentScorer.of(model, new Lexicon(shipped.lexiconVersion(), _ -> 0.0), calibration);
        return new ScoreSentiment(
                new ArticleScorer(() -> scorer),
                context.getBean(ScoreBook.class),
                context.getBean(Articles.class),
                context.getBean(Transactions.class),
                context.getBean(Inbox.class),
                context.getBean(Outbox.class),
                context.getBean(JsonCodec.class),
                context.getBean(Clock.class),
                Metrics.none());
    }

    private List<UUID> takeIn(String... titles) {
        List<Row<ReceivedArticle>> rows = new ArrayList<>();
        for (String title : titles) {
            Published at = Published.at(Instant.parse("2017-11-10T15:00:00Z"));
            rows.add(new Row<>(
                    rows.size() + 2L,
                    "*",
                    new ReceivedArticle("", ArticleKind.NEWS, "Reuters", title, "", "", "", at, List.of()),
                    title));
        }
        Source source = new Source("test", "news", NOW, PriceBasis.RAW, "USD", "none", "nobody");
        return context.getBean(Transactions.class).inTransaction(() -> {
            context.getBean(AssetCatalog.class)
                    .merge(
                            List.of(
                                    stock("AAPL", "Apple Inc."),
                                    stock("QCOM", "Qualcomm Inc"),
                                    stock("BA", "Boeing Co")),
                            source);
            return context.getBean(TakeInArticles.class).take(rows, "test", NOW).toScore().stream()
                    .map(key -> key.id())
                    .toList();
        });
    }

    private static AssetDefinition stock(String symbol, String name) {
        return new AssetDefinition(
                Symbol.parse(symbol),
                name,
                AssetType.STOCK,
                "XNYS",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
    }

    private static ArticlesLoaded loaded(int number, List<UUID> some) {
        return new ArticlesLoaded(new UUID(0, number), some, NOW);
    }

    private List<SentimentScored> told() {
        return bus.take("SentimentScored").stream()
                .map(detail -> context.getBean(JsonCodec.class).read(detail, SentimentScored.class))
                .toList();
    }

    private String scores() {
        return query("""
                SELECT a.title || s.asset_id || coalesce(s.p_positive::text, s.reason)
                  FROM sentiment.score s JOIN news.article a USING (article_id) ORDER BY 1""");
    }

    /** First column of all rows, joined by "; ". */
    private String query(String sql) {
        return context.getBean(Sql.class).prepare(sql, statement -> {
            if (!statement.execute()) {
                return "";
            }
            List<String> values = new ArrayList<>();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return String.join("; ", values);
        });
    }
}
