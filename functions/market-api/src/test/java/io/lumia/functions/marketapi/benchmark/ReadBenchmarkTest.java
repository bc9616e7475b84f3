package io.lumia.functions.marketapi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.functions.marketapi.ApiUnderTest;
import io.lumia.functions.marketapi.MarketApiHandler;
import io.lumia.functions.marketapi.benchmark.ReadBenchmark.Read;
import io.lumia.functions.marketapi.benchmark.ReadBenchmark.Result;
import io.lumia.kernel.AppException;
import io.lumia.market.AssetCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That it measures, not how fast it is: {@code -Dlumia.bench.requests=20000} shows that. */
class ReadBenchmarkTest {

    private static final int REQUESTS = Integer.getInteger("lumia.bench.requests", 40);

    @ParameterizedTest
    @EnumSource(Read.class)
    void measuresEveryKindOfRead(Read read) {
        ApiUnderTest api = ApiUnderTest.shared();
        ReadBenchmark benchmark = ReadBenchmark.of(new MarketApiHandler(api.context()), api.bean(AssetCatalog.class));

        Result result = benchmark.measure(read, REQUESTS, 2);
        System.out.println(result);

        assertThat(result.requests()).isEqualTo(REQUESTS);
        assertThat(result.p50Millis()).isPositive().isLessThanOrEqualTo(result.p95Millis());
        assertThat(result.p95Millis()).isLessThanOrEqualTo(result.p99Millis());
        assertThat(result.bytesPerAnswer()).isPositive();
    }

    @Test
    void anAnswerThatIsNone200EndsIt() {
        ApiUnderTest api = ApiUnderTest.shared();
        ReadBenchmark benchmark = new ReadBenchmark(new MarketApiHandler(api.context()), List.of("NOSUCH"));

        assertThatThrownBy(() -> benchmark.measure(Read.ASSET, 3, 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("404");
    }

    @Test
    void anEmptyDatabaseIsRefused() {
        assertThatThrownBy(() -> new ReadBenchmark((_, _) -> null, List.of()))
                .hasMessageContaining("load a bundle first");
    }
}
