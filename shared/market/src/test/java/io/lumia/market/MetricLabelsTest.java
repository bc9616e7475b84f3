package io.lumia.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.provider.ProviderAnswer;
import io.lumia.platform.metrics.AssetClass;
import io.lumia.platform.metrics.CallOutcome;
import io.lumia.platform.metrics.LoadedDataset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What metrics are split by has a value for each of the market's own words. */
class MetricLabelsTest {

    @Test
    void everyDatasetIsALabel() {
        for (Dataset dataset : Dataset.values()) {
            assertThat(LoadedDataset.of(dataset.code()).value()).isEqualTo(dataset.code());
        }
    }

    @Test
    void everyAssetTypeIsALabel() {
        for (AssetType type : AssetType.values()) {
            assertThat(AssetClass.of(type.code()).value()).isEqualTo(type.code());
        }
    }

    @Test
    void everyEndOfARequestIsALabel() {
        List<ProviderAnswer> answers = List.of(
                new ProviderAnswer.Unchanged(""),
                new ProviderAnswer.EmptyConfirmed(""),
                new ProviderAnswer.SymbolUnknown(""),
                new ProviderAnswer.Throttled(Duration.ZERO, ""),
                new ProviderAnswer.PlanLimit(""),
                new ProviderAnswer.BadKey(""),
                new ProviderAnswer.SchemaChanged(""),
                new ProviderAnswer.Blocked(""),
                new ProviderAnswer.Unreachable(""));

        assertThat(answers).hasSize(ProviderAnswer.class.getPermittedSubclasses().length - 1);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(CallOutcome.of(answer.code()).value()).isEqualTo(answer.code()));
        assertThat(CallOutcome.of("fetched")).isEqualTo(CallOutcome.FETCHED);
    }
}
