package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.functions.plancollection.RegisterJob;
import io.lumia.market.Dataset;
import io.lumia.market.provider.bundle.BundleProvider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles of a bundle on their way into real tables. */
final class ArticleLoaderTest {

    private static final String FRIDAY = "2015-01-09T23:00:00Z";
    private static final String HEADER = "published_at,symbols,source,kind,title,body,url";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(folder);
        workplace.writeManifest("2015-01-31");
        workplace.write(
                "assets.csv",
                "symbol,name,asset_type,exchange,currency",
                "AAPL,Apple Inc.,stock,XNAS,USD",
                "BA,Boeing Co,stock,XNYS,USD",
                "QCOM,Qualcomm Inc,stock,XNAS,USD");
        workplace
                .get(RegisterJob.class)
                .register(
                        Workplace.JOB,
                        BundleProvider.NAME,
                        workplace.bundle.toString(),
                        List.of(Dataset.ASSETS, Dataset.ARTICLES));
    }

    @AfterEach
    void close() {
        workplace.close();
    }

    @Test
    void linksAStoryToEveryAssetThatItIsAbout() {
        articles("2015-01-07,QCOM,Reuters,news,Apple sues Qualcomm over patent licences,,");

        workplace.loadAll(FRIDAY);

        assertThat(workplace.query("""
                SELECT s.symbol || ' ' || l.method FROM news.article_link l JOIN market.asset_symbol s USING (asset_id) ORDER BY 1""")).isEqualTo("AAPL name_match; QCOM name_match");
        assertThat(workplace.query("SELECT kind || ' ' || language || ' ' || publisher FROM news.article"))
                .isEqualTo("news en Reuters");
        assertThat(workplace.bus.details("ArticlesLoaded")).hasSize(1);
    }

    @Test
    void aDayWithoutATimeCountsFromTheNextOpening() {
        articles(
                "2015-01-07,AAPL,Reuters,news,Apple sells more phones than expected,,",
                "2015-01-08T15:04:05Z,AAPL,Reuters,news,Apple opens a shop in Berlin next week,,",
                "2015-01-02,AAPL,Reuters,news,Apple wins an appeal before the weekend begins,,");

        workplace.loadAll(FRIDAY);

        assertThat(workplace.query("SELECT usable_from AT TIME ZONE 'UTC' FROM news.article ORDER BY usable_from"))
                .isEqualTo("2015-01-05 14:30:00; 2015-01-08 14:30:00; 2015-01-08 15:04:05");
    }

    @Test
    void theSameStoryForTenTickersIsOneArticleWithAllLinks() {
        articles(
                "2015-01-07,AAPL,Reuters,news,Wall Street falls as oil drags on energy shares again,,",
                "2015-01-07,BA,Reuters,news,UPDATE 1-Wall Street falls as oil drags on energy shares again,,",
                "2015-01-08,QCOM,Reuters,news,Wall Street falls as oil drags on energy shares again,,");

        workplace.loadAll(FRIDAY);

        assertThat(workplace.query("SELECT title FROM news.article"))
                .isEqualTo("Wall Street falls as oil drags on energy shares again");
        assertThat(workplace.query("""
                SELECT s.symbol || ' ' || l.method FROM news.article_link l JOIN market.asset_symbol s USING (asset_id) ORDER BY 1""")).isEqualTo("AAPL provider; BA provider; QCOM provider");
    }

    @Test
    void setsAsideWhatSaysNothingAndKeepsTheRest() {
        articles(
                "2015-01-07,AAPL,Reuters,news,Delete,,",
                "2015-01-07,AAPL,Reuters,news,A,,",
                "2015-01-07,AAPL,Reuters,rumour,Apple buys a company that makes maps,,",
                "someday,AAPL,Reuters,news,Apple buys a company that makes maps,,",
                "2015-01-07,AAPL,Reuters,news,Apple buys a company that makes maps,,");

        workplace.loadAll(FRIDAY);

        assertThat(workplace.query("SELECT title FROM news.article")).isEqualTo("Apple buys a company that makes maps");
        assertThat(workplace.query(
                        "SELECT reason || ' ' || count(*) FROM collection.quarantine GROUP BY reason ORDER BY reason"))
                .isEqualTo("malformed_line 2; nothing_said 2");
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        articles("2015-01-07,QCOM,Reuters,news,Apple sues Qualcomm over patent licences,,");
        List<AnswerCollected> delivered = workplace.loadAll(FRIDAY);
        String before = state();

        delivered.forEach(workplace::deliver);

        assertThat(state()).isEqualTo(before);
        assertThat(workplace.bus.details("ArticlesLoaded")).hasSize(1);
    }

    @Test
    void thePlanAsksForArticlesOfTheLastDaysAgainAndTheyAreUnchanged() {
        articles("2015-01-07,QCOM,Reuters,news,Apple sues Qualcomm over patent licences,,");
        workplace.loadAll(FRIDAY);
        articles(
                "2015-01-07,QCOM,Reuters,news,Apple sues Qualcomm over patent licences,,",
                "2015-01-09,BA,Reuters,news,Boeing wins an order for forty planes,,");

        workplace.loadAll("2015-01-12T23:00:00Z");

        assertThat(workplace.query("SELECT count(*) FROM news.article")).isEqualTo("2");
        assertThat(workplace.query("""
                SELECT rows_loaded || ' ' || rows_unchanged FROM collection.item
                 WHERE dataset = 'articles' ORDER BY ended_at DESC LIMIT 1""")).isEqualTo("1 1");
    }

    private void articles(String... lines) {
        String[] all = new String[lines.length + 1];
        all[0] = HEADER;
        System.arraycopy(lines, 0, all, 1, lines.length);
        workplace.write("articles.csv", all);
    }

    private String state() {
        return workplace.query("SELECT count(*) || ' ' || max(article_id) FROM news.article")
                + workplace.query("SELECT count(*) FROM news.sighting")
                + workplace.query("SELECT l::text FROM news.article_link l ORDER BY 1");
    }
}
