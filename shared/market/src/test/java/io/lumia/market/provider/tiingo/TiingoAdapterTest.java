package io.lumia.market.provider.tiingo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ActionKind;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.web.Answers;
import io.lumia.market.provider.web.ProviderAccess;
import io.lumia.market.provider.web.WebCall;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TiingoAdapterTest {

    private final TiingoAdapter adapter = new TiingoAdapter();
    private final Answers answers = new Answers(adapter);

    @Test
    void readsTheSameDaysFromJsonAndCsv() {
        ParsedAnswer json = answers.rows("daily", "GOOGL", answers.file("daily_GOOGL.json"));
        ParsedAnswer csv = answers.rows("daily", "GOOGL", answers.file("daily_GOOGL_csv.csv"));

        assertThat(json.bars())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(
                        new DailyBar(LocalDate.of(2015, 1, 2), 532.6, 535.8, 527.88, 529.55, 1_327_870, 529.55, 0),
                        new DailyBar(LocalDate.of(2015, 1, 5), 527.15, 527.9899, 517.75, 519.46, 2_059_119, 519.46, 0))
                .isEqualTo(csv.bars().stream().map(ParsedAnswer.Row::value).toList());
        assertThat(json.actions()).isEmpty();
    }

    @Test
    void readsDividendsAndSplitsFromTheDaysRow() {
        String body = answers.file("daily_GOOGL.json")
                .replaceFirst("\"divCash\":0.0,\"splitFactor\":1.0", "\"divCash\":0.5,\"splitFactor\":4.0");

        assertThat(answers.rows("daily", "GOOGL", body).actions())
                .extracting(ParsedAnswer.Row::value)
                .containsExactly(
                        new CorporateAction(LocalDate.of(2015, 1, 2), ActionKind.DIVIDEND, 0.5),
                        new CorporateAction(LocalDate.of(2015, 1, 2), ActionKind.SPLIT, 4));
    }

    @Test
    void refusesAnAnswerWithVolumesOnly() {
        assertThat(answers.outcome("daily", "GOOGL", 200, answers.file("daily_volume_column.json")))
                .isEqualTo("schema_changed");
    }

    @Test
    void readsWhatItSaysAboutAnInstrument() {
        AssetDefinition asset = answers.rows("metadata", "GOOGL", answers.file("metadata_GOOGL.json"))
                .assets()
                .getFirst();

        assertThat(asset.exchangeMic()).isEqualTo("XNAS");
        assertThat(asset.firstDate()).isEqualTo(LocalDate.of(2004, 8, 19));
        assertThat(asset.lastDate()).isNull();
    }

    @Test
    void readsCryptoDaysOfThePairsAskedFor() {
        String body = answers.file("crypto_history.json");

        ParsedAnswer one = answers.rows("crypto", "BTC-USD", body);
        ParsedAnswer all = answers.rows("crypto", "", body);

        assertThat(one.bars()).hasSize(2);
        assertThat(one.bars().getFirst().value().date()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(one.bars().getFirst().value().close()).isEqualTo(5420.0896708474575);
        assertThat(all.bars()).extracting(ParsedAnswer.Row::symbol).contains("BTC-USD", "FLDC-BTC");
        assertThat(answers.outcome("crypto", "ETH-USD", 200, body)).isEqualTo("schema_changed");
    }

    @Test
    void turnsShorterCryptoCandlesIntoQuotes() {
        String body = answers.file("crypto_history.json").replace("02T00:00", "01T00:05");

        assertThat(answers.rows("crypto", "BTC-USD", body).bars()).isEmpty();
        assertThat(answers.rows("crypto", "BTC-USD", body).quotes()).hasSize(2);
    }

    @Test
    void tellsItsLimitsApart() {
        String hourly = "{\"detail\":\"Error: You have run over your hourly request allocation. Please upgrade\"}";
        String monthly = "You have run over your 500 symbol look up for this month. Please upgrade at our page";

        ProviderAnswer throttled = answers.refusal("daily", "GOOGL", 429, hourly);

        assertThat(throttled).isInstanceOf(ProviderAnswer.Throttled.class);
        assertThat(((ProviderAnswer.Throttled) throttled).waitTime()).isEqualTo(Duration.ofHours(1));
        assertThat(answers.outcome("daily", "GOOGL", 200, monthly)).isEqualTo("plan_limit");
        assertThat(answers.outcome("daily", "GOOGL", 401, "{\"detail\":\"Invalid token.\"}"))
                .isEqualTo("bad_key");
        assertThat(answers.outcome("daily", "NOSUCH", 404, "{\"detail\":\"Not found.\"}"))
                .isEqualTo("symbol_unknown");
        assertThat(answers.outcome("daily", "GOOGL", 200, "[]")).isEqualTo("empty_confirmed");
    }

    @Test
    void believesNothingItDoesNotKnow() {
        String daily = answers.file("daily_GOOGL.json");

        assertThat(answers.outcome("options", "", 200, answers.file("news.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "AAPL", 200, answers.file("news.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "GOOGL", 200, daily.substring(0, 300)))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("crypto", "GOOGL", 200, daily)).isEqualTo("schema_changed");
        assertThat(answers.outcome("metadata", "MSFT", 200, answers.file("metadata_GOOGL.json")))
                .isEqualTo("schema_changed");
        assertThat(answers.outcome("daily", "GOOGL", 200, "<html></html>")).isEqualTo("schema_changed");
    }

    @Test
    void sendsTheKeyInAHeaderAndNothingWithoutOne() {
        WebCall call = calls("BRK.B", AssetType.STOCK, "secret").getFirst();

        assertThat(call.address().toString())
                .isEqualTo("https://api.tiingo.com/tiingo/daily/BRK-B/prices"
                        + "?format=json&resampleFreq=daily&startDate=2015-01-01&endDate=2026-01-05");
        assertThat(call.headers()).containsEntry("Authorization", "Token secret");
        assertThat(calls("BTC-USD", AssetType.CRYPTO, "secret")).hasSize(3);
        assertThat(calls("BRK.B", AssetType.STOCK, null)).isEmpty();
    }

    private List<WebCall> calls(String symbol, AssetType type, @Nullable String key) {
        LocalDate from = LocalDate.of(2015, 1, 1);
        LocalDate to = LocalDate.of(2026, 1, 5);
        ProviderRequest request = new ProviderRequest("", Dataset.BARS, List.of(symbol), from, to, type, null, null);
        return adapter.calls(request, new ProviderAccess("https://api.tiingo.com", key, null, to));
    }
}
