package io.lumia.functions.plancollection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.functions.plancollection.AssetPlan.Bounds;
import io.lumia.functions.plancollection.AssetPlan.DateRange;
import io.lumia.functions.plancollection.AssetPlan.Wanted;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssetPlanTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
    private static final LocalDate LAST = LocalDate.parse("2026-11-24");
    private static final Bounds WIDE = new Bounds(1_000, 1_000, TODAY);

    @Test
    void describesWhatIsUnknownAndAsksForAllItsHistory() {
        Wanted stranger = new Wanted("NVDA", AssetType.STOCK, false, Map.of(), LAST);

        assertThat(plan(stranger).requests())
                .containsExactly(
                        new Request(Dataset.ASSETS, List.of("NVDA"), AssetType.STOCK, null, LAST),
                        new Request(Dataset.BARS, List.of("NVDA"), AssetType.STOCK, null, LAST));
    }

    @Test
    void asksForTheGapsOfWhatIsKnown() {
        DateRange hole = new DateRange(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-06"));
        DateRange end = new DateRange(LocalDate.parse("2026-11-18"), LAST);
        Wanted known = new Wanted("AAPL", AssetType.STOCK, true, Map.of(Dataset.BARS, List.of(hole, end)), LAST);

        assertThat(plan(known).requests())
                .containsExactly(
                        new Request(Dataset.BARS, List.of("AAPL"), AssetType.STOCK, hole.from(), hole.to()),
                        new Request(Dataset.BARS, List.of("AAPL"), AssetType.STOCK, end.from(), end.to()));
    }

    @Test
    void asksForNothingWhereNothingIsMissing() {
        assertThat(plan(new Wanted("AAPL", AssetType.STOCK, true, Map.of(), LAST))
                        .requests())
                .isEmpty();
    }

    @Test
    void putsSymbolsThatLackTheSameIntoOneCallWhereTheProviderTakesSeveral() {
        Map<Dataset, List<DateRange>> end =
                Map.of(Dataset.BARS, List.of(new DateRange(LocalDate.parse("2026-11-18"), LAST)));
        List<Wanted> pairs = List.of(
                new Wanted("EURUSD", AssetType.FOREX, true, end, LAST),
                new Wanted("EURJPY", AssetType.FOREX, true, end, LAST),
                new Wanted("EURCHF", AssetType.FOREX, true, end, LAST));

        List<Request> requests = AssetPlan.decide(
                        job(JobMode.INCREMENTAL, Dataset.BARS),
                        List.of(provider("ecb", 2, AssetType.FOREX)),
                        pairs,
                        WIDE)
                .requests();

        assertThat(requests)
                .extracting(Request::symbols)
                .containsExactly(List.of("EURUSD", "EURJPY"), List.of("EURCHF"));
    }

    @Test
    void doesNotAskForWhatTheProviderCannotReach() {
        Capabilities shortMemory = provider(
                "short",
                List.of(Capability.of(Dataset.BARS, Set.of(AssetType.STOCK), List.of("close"))
                        .reaching(Period.ofYears(2))));
        Wanted old = new Wanted(
                "AAPL",
                AssetType.STOCK,
                true,
                Map.of(
                        Dataset.BARS,
                        List.of(
                                new DateRange(LocalDate.parse("2010-01-04"), LocalDate.parse("2010-01-08")),
                                new DateRange(LocalDate.parse("2024-11-01"), LAST))),
                LAST);

        assertThat(AssetPlan.decide(job(JobMode.INCREMENTAL, Dataset.BARS), List.of(shortMemory), List.of(old), WIDE)
                        .requests())
                .containsExactly(new Request(
                        Dataset.BARS, List.of("AAPL"), AssetType.STOCK, LocalDate.parse("2024-11-25"), LAST));
    }

    @Test
    void aBatchAsksForItsRangeWhateverThereIs() {
        Wanted full = new Wanted("AAPL", AssetType.STOCK, true, Map.of(), LAST);
        JobMode batch = new JobMode.Batch(LocalDate.parse("2020-01-02"), LocalDate.parse("2020-12-31"));

        assertThat(AssetPlan.decide(job(batch, Dataset.BARS), chain(), List.of(full), WIDE)
                        .requests())
                .containsExactly(new Request(
                        Dataset.BARS,
                        List.of("AAPL"),
                        AssetType.STOCK,
                        LocalDate.parse("2020-01-02"),
                        LocalDate.parse("2020-12-31")));
    }

    @Test
    void staysWithinTheBudgetAndSaysWhatIsLeft() {
        List<Wanted> many = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new Wanted("S" + i, AssetType.STOCK, false, Map.of(), LAST))
                .toList();

        AssetPlan.Plan plan = AssetPlan.decide(
                job(JobMode.INCREMENTAL, Dataset.ASSETS, Dataset.BARS), chain(), many, new Bounds(1_000, 12, TODAY));

        assertThat(plan.requests()).hasSize(12);
        assertThat(plan.leftOver()).isEqualTo(8);
        assertThat(plan.requests())
                .filteredOn(request -> request.dataset() == Dataset.ASSETS)
                .hasSize(10);
    }

    private static AssetPlan.Plan plan(Wanted asset) {
        return AssetPlan.decide(
                job(JobMode.INCREMENTAL, Dataset.ASSETS, Dataset.ACTIONS, Dataset.BARS), chain(), List.of(asset), WIDE);
    }

    private static List<Capabilities> chain() {
        Set<AssetType> stocks = Set.of(AssetType.STOCK);
        return List.of(provider(
                "prices",
                List.of(
                        Capability.of(Dataset.ASSETS, stocks, List.of("name")),
                        Capability.of(Dataset.ACTIONS, stocks, List.of("value")),
                        Capability.of(Dataset.BARS, stocks, List.of("close")).bringingActions())));
    }

    private static Capabilities provider(String name, int symbolsPerCall, AssetType type) {
        return provider(
                name,
                List.of(Capability.of(Dataset.BARS, Set.of(type), List.of("close"))
                        .symbolsPerCall(symbolsPerCall)));
    }

    private static Capabilities provider(String name, List<Capability> offers) {
        return new Capabilities(
                name,
                name,
                "https://example.net",
                Set.of("example.net"),
                KeyNeed.NONE,
                List.of(),
                offers,
                PriceBasis.RAW,
                "USD",
                "",
                "",
                "",
                null);
    }

    private static Job job(JobMode mode, Dataset... datasets) {
        return new Job(
                new UUID(1, 1),
                "job",
                "",
                "prices",
                List.of(),
                "",
                List.of(datasets),
                AssetFilter.ALL,
                mode,
                JobSchedule.ON_DEMAND,
                List.of(),
                JobLimits.USUAL,
                true);
    }
}
