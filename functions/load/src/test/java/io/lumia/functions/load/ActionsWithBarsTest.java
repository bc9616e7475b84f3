package io.lumia.functions.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.market.RereadRequest;
import io.lumia.market.RereadRequests;
import io.lumia.platform.hash.Sha256;
import io.lumia.platform.object.ObjectStore;
import io.lumia.platform.time.NamedIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers about bars that bring a split of 2:1 on Wednesday, 7 January 2015. */
final class ActionsWithBarsTest {

    private static final String BARS_AND_SPLIT =
            "IBM,2015-01-05,160\nIBM,2015-01-06,158\nIBM,2015-01-07,80\nIBM,2015-01-08,81\nIBM,2015-01-07,split,2";

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void open() {
        workplace = new Workplace(folder, new ChartProvider());
        workplace.writeManifest("2015-01-31");
        workplace.write(
                "assets.csv",
                "symbol,name,asset_type,exchange,currency",
                "IBM,International Business Machines,stock,XNYS,USD");
        workplace.write("bars.csv", "symbol,date,open,high,low,close,volume", "IBM,2015-01-02,160,160,160,160,1000");
        workplace.register();
    }

    @AfterEach
    void close() {
        workplace.close();
    }

    @Test
    void theActionsAreTakenInBeforeTheBarsAreHeldAgainstThem() {
        deliver("2015-01-09T23:00:00Z", "raw", BARS_AND_SPLIT);

        assertThat(workplace.query("SELECT close FROM market.daily_bar ORDER BY trading_date"))
                .isEqualTo("160; 158; 80; 81");
        assertThat(workplace.query("SELECT value FROM market.corporate_action")).isEqualTo("2");
        assertThat(workplace.query("SELECT count(*) FROM collection.quarantine"))
                .isEqualTo("0");
    }

    @Test
    void oneResultCountsBothAndEachAssetIsToldOfOnce() {
        deliver("2015-01-09T23:00:00Z", "raw", BARS_AND_SPLIT + "\nIBM,2015-01-08,split,0");

        assertThat(workplace.query("SELECT rows_loaded || ' of ' || rows_received FROM collection.item"
                        + " WHERE dataset = 'bars'"))
                .isEqualTo("5 of 6");
        assertThat(workplace.query("SELECT dataset || ' ' || reason FROM collection.quarantine"))
                .isEqualTo("actions invalid_action");
        assertThat(workplace.bus.details("PricesLoaded"))
                .singleElement()
                .asString()
                .contains("\"first_changed\": \"1900-01-01\"")
                .containsOnlyOnce("asset_id");
    }

    @Test
    void aSplitThatComesAfterAdjustedBarsAsksForThemAgain() {
        deliver("2015-01-06T23:00:00Z", "split_adjusted", "IBM,2015-01-05,160\nIBM,2015-01-06,158");
        assertThat(workplace.get(RereadRequests.class).waiting(10)).isEmpty();

        deliver(
                "2015-01-08T23:00:00Z",
                "split_adjusted",
                "IBM,2015-01-06,79\nIBM,2015-01-07,80\nIBM,2015-01-08,81\nIBM,2015-01-07,split,2");

        assertThat(workplace.get(RereadRequests.class).waiting(10))
                .extracting(RereadRequest::reason)
                .containsExactly("split of 2015-01-07: 2.0");
        assertThat(workplace.query("SELECT close FROM market.daily_bar ORDER BY trading_date"))
                .isEqualTo("160; 79; 80; 81");
    }

    /** Plays the collector: the items of a run are answered by the bundle, that of the bars by this content. */
    private void deliver(String instant, String basis, String content) {
        workplace.tick(instant);
        workplace.collected().forEach(workplace::deliver);
        for (AnswerCollected answer : workplace.collected()) {
            workplace.deliver(answer.dataset().equals("bars") ? with(answer, basis, content) : answer);
        }
    }

    private AnswerCollected with(AnswerCollected message, String basis, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String key = "raw/chart/" + message.itemId();
        workplace.get(ObjectStore.class).put(key, bytes, "text/csv");
        return new AnswerCollected(
                NamedIds.of(message.itemId(), content),
                message.runId(),
                message.itemId(),
                ChartProvider.NAME,
                message.dataset(),
                message.symbols(),
                message.from(),
                message.to(),
                "fetched",
                "",
                new StoredObject(key, Sha256.hexOf(bytes), bytes.length, "text/csv"),
                new AnswerSource(
                        ChartProvider.NAME,
                        "chart",
                        Instant.from(message.collectedAt()),
                        basis,
                        "USD",
                        "a licence",
                        "a test"),
                message.collectedAt(),
                null,
                null);
    }
}
