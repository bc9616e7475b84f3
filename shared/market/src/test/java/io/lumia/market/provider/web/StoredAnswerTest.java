package io.lumia.market.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.market.provider.coinbase.CoinbaseAdapter;
import io.lumia.market.provider.fred.FredAdapter;
import io.lumia.market.provider.yahoo.YahooAdapter;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {

    @Test
    void aKindIsFoundByItsOwnNameAnAliasAndTheUsualOnes() {
        assertThat(StoredAnswer.kind(new YahooAdapter(), "chart")).isEqualTo("chart");
        assertThat(StoredAnswer.kind(new YahooAdapter(), "bars")).isEqualTo("chart");
        assertThat(StoredAnswer.kind(new CoinbaseAdapter(), "ohlcv")).isEqualTo("candles");
        assertThat(StoredAnswer.kind(new FredAdapter(), "FREDGRAPH-CSV")).isEqualTo("graph");
    }

    @Test
    void whatIsNotClearIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> StoredAnswer.kind(new YahooAdapter(), "weather"))
                .hasMessageContaining("weather")
                .hasMessageContaining("chart")
                .hasMessageContaining("fundamentals");
    }
}
