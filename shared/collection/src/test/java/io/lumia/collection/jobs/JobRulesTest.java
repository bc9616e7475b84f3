package io.lumia.collection.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.jobs.JobRules.Fault;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.provider.web.Capabilities;
import io.lumia.market.provider.web.Capability;
import io.lumia.market.provider.web.KeyNeed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobRulesTest {

    private static final JobSchedule EVENING = JobSchedule.cron("cron(0 18 ? * MON-FRI *)", "America/New_York");

    private final Job parent = job("parent", EVENING, List.of());

    @Test
    void aGoodJobHasNoFault() {
        assertThat(faults(job("daily", EVENING, List.of("parent")))).isEmpty();
    }

    @Test
    void namesEveryFaultAtOnce() {
        Job job = new Job(
                new UUID(1, 1),
                "Daily Prices!",
                "",
                "nosuch",
                List.of("crypto-only"),
                "",
                List.of(),
                AssetFilter.of(AssetType.STOCK),
                new JobMode.Batch(null, null),
                JobSchedule.cron("cron(0 25 ? * MON-FRI *)", "America/New_York"),
                List.of("stranger"),
                JobLimits.USUAL,
                true);

        assertThat(faults(job))
                .extracting(Fault::path)
                .contains("name", "datasets", "collector.provider", "schedule.cron", "after[0]", "mode.kind");
        assertThat(faults(job)).allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
    }

    @Test
    void aProviderMustOfferSomethingOfWhatIsWanted() {
        Job job = new Job(
                new UUID(1, 1),
                "daily",
                "",
                "prices",
                List.of("crypto-only"),
                "",
                List.of(Dataset.BARS),
                AssetFilter.of(AssetType.STOCK),
                JobMode.INCREMENTAL,
                EVENING,
                List.of(),
                JobLimits.USUAL,
                true);

        assertThat(faults(job)).extracting(Fault::path).containsExactly("collector.fallbacks[0]");
        assertThat(faults(job).getFirst().message())
                .contains("crypto-only")
                .contains("bars")
                .contains("stock");
    }

    @Test
    void jobsCannotFollowEachOtherInARing() {
        Job first = job("first", EVENING, List.of("second"));
        Job second = job("second", EVENING, List.of("third"));
        Job third = job("third", EVENING, List.of("first"));

        List<Fault> faults = new JobRules(providers(), Set.of("bundle"), List.of(second, third)).faults(first);

        assertThat(faults).extracting(Fault::message).anyMatch(message -> message.contains("follows itself"));
    }

    @Test
    void everyBuiltInTemplateNamesProvidersAndATickOfItsOwn() {
        assertThat(JobTemplates.builtIn()).extracting(JobTemplate::name).doesNotHaveDuplicates();
        assertThat(JobTemplates.builtIn())
                .extracting(JobTemplate::name)
                .contains(
                        "daily-prices",
                        "news-in-market-hours",
                        "news-hourly",
                        "fed-news",
                        "ecb-news",
                        "sec-current-filings",
                        "filings-in-market-hours",
                        "quarterly-fundamentals",
                        "weekly-metadata",
                        "monthly-macro");
    }

    @Test
    void newsTemplatesNameTheirFeed() {
        Job news = JobTemplates.get("news-in-market-hours").job();

        assertThat(news.provider()).isEqualTo("rss");
        assertThat(news.location()).isEqualTo("yahoo");
        assertThat(news.datasets()).containsExactly(Dataset.ARTICLES);
        assertThat(JobTemplates.get("sec-current-filings").job().location()).isEqualTo("sec");
        assertThat(JobTemplates.get("filings-in-market-hours").job().location()).isEmpty();
    }

    private List<Fault> faults(Job job) {
        return new JobRules(providers(), Set.of("bundle"), List.of(parent)).faults(job);
    }

    private static Job job(String name, JobSchedule schedule, List<String> after) {
        return new Job(
                new UUID(1, name.hashCode()),
                name,
                "",
                "prices",
                List.of(),
                "",
                List.of(Dataset.BARS),
                AssetFilter.of(AssetType.STOCK),
                JobMode.INCREMENTAL,
                schedule,
                after,
                JobLimits.USUAL,
                true);
    }

    private static List<Capabilities> providers() {
        return List.of(provider("prices", AssetType.STOCK, AssetType.ETF), provider("crypto-only", AssetType.CRYPTO));
    }

    private static Capabilities provider(String name, AssetType... types) {
        return new Capabilities(
                name,
                name,
                "https://example.net",
                Set.of("example.net"),
                KeyNeed.NONE,
                List.of(),
                List.of(Capability.of(Dataset.BARS, Set.of(types), List.of("close"))),
                PriceBasis.RAW,
                "USD",
                "",
                "",
                "",
                null);
    }
}
