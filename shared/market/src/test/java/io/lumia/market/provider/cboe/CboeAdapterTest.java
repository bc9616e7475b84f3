package io.lumia.market.provider.cboe;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CboeAdapterTest {

    private final CboeAdapter adapter = new CboeAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsNumbersAsTextAndLeavesOutZerosBeforeTheListing() {
        ParsedAnswer rows = answers.rows("historical", "XYZ", answers.file("historical_shape.json"));

        assertThat(rows.rejected()).isEmpty();
        assertThat(rows.bars())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(
                        new DailyBar(LocalDate.of(2026, 9, 22), 100.1, 101.25, 99.8, 100.9, 1_200_345, Double.NaN, 0),
                        new DailyBar(LocalDate.of(2026, 9, 23), 100.95, 102, 100.4, 101.75, 1_100_021, Double.NaN, 0));
    }

    @Test
    void readsAnIndexWithItsUnderscoreAndWithoutVolume() {
        String body = "{\"symbol\":\"_VIX\",\"data\":[{\"date\":\"2026-09-22\",\"open\":16.1,\"high\":17,\"low\":16,"
                + "\"close\":16.5,\"volume\":0}]}";

        ParsedAnswer rows = answers.rows("bars", "", body);

        assertThat(rows.bars().getFirst().symbol()).isEqualTo("^VIX");
        assertThat(rows.bars().getFirst().value().volume()).isNaN();
    }

    /** At 15:00 New York the day's row is not final. */
    @Test
    void leavesOutTheDayThatIsNotOver() {
        String body = answers.file("historical_shape.json");

        ParsedAnswer rows = Answers.rows(
                answers.read("historical", "XYZ", 200, body, Map.of("Date", "Wed, 23 Sep 2026 19:00:00 GMT")));

        assertThat(rows.bars()).hasSize(1);
    }

    @Test
    void tellsAMissingFileFromAWall() {
        String denied =
                "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

        assertThat(answers.outcome("historical", "NOSUCH", 403, denied)).isEqualTo("symbol_unknown");
        assertThat(answers.outcome("historical", "AAPL", 403, "<html><body>Attention</body></html>"))
                .isEqualTo("blocked");
        assertThat(answers.outcome("historical", "AAPL", 429, "")).isEqualTo("throttled");
        assertThat(answers.outcome("historical", "AAPL", 503, "")).isEqualTo("unreachable");
        assertThat(answers.outcome("historical", "XYZ", 200, "{\"symbol\":\"XYZ\",\"data\":[]}"))
                .isEqualTo("empty_confirmed");
    }

    @Test
    void believesNothingItDoesNotKnow() {
        String body = answers.file("historical_shape.json");

        assertThat(answers.outcome("historical", "AAPL", 200, body)).isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "XYZ", 200, body.substring(0, 200)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "XYZ", 200, "<html></html>")).isEqualTo("schema_changed");
        assertThat(answers.outcome("historical", "XYZ", 200, body.replace("close", "last")))
                .isEqualTo("schema_changed");
    }

    @Test
    void asksForOneFileASymbol() {
        assertThat(address("AAPL", AssetType.STOCK))
                .isEqualTo("https://cdn.cboe.com/api/global/delayed_quotes/charts/historical/AAPL.json");
        assertThat(address("^VIX", AssetType.INDEX)).endsWith("/historical/_VIX.json");
    }

    private String address(String symbol, AssetType type) {
        LocalDate today = LocalDate.of(2026, 11, 2);
        ProviderRequest request = new ProviderRequest("", Dataset.BARS, List.of(symbol), null, today, type, null, null);
        return adapter.calls(request, new ProviderAccess("https://cdn.cboe.com", null, null, today))
                .getFirst()
                .address()
                .toString();
    }
}
