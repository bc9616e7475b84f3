package io.lumia.news.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.news.link.AliasFile;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The measurement itself, on the headlines of the demo bundle (sources and licences: local/demo-data/NOTICE.md). */
final class LinkBenchmarkTest {

    private static final Path BUNDLE = Path.of("..", "..", "local", "demo-data", "bundle");

    @Test
    void findsThreeOfFourNamedCompaniesOfTheDemoAndErrsInOneOfTwenty() {
        LinkBenchmark.Settings settings = new LinkBenchmark.Settings(
                List.of(BUNDLE.resolve("articles.csv.gz")), List.of(BUNDLE.resolve("assets.csv")), false, 10);

        LinkBenchmarkResult result = new LinkBenchmark(AliasFile.shipped(), new SplittableRandom(1)).run(settings);

        assertThat(result.all().stories()).isGreaterThan(5_000);
        assertThat(result.all().named()).isGreaterThan(2_000);
        assertThat(result.all().precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(result.all().recall()).isGreaterThanOrEqualTo(0.7);
        assertThat(result.wrong()).hasSizeLessThanOrEqualTo(10);
        assertThat(result.lines()).hasSizeGreaterThan(3);
    }

    @Test
    void stripsSuffixesByItself() {
        assertThat(NamedCompanies.stripped("Goldman Sachs Group Inc (The)")).isEqualTo("Goldman Sachs");
        assertThat(NamedCompanies.stripped("Merck & Company Inc")).isEqualTo("Merck");
        assertThat(NamedCompanies.stripped("AT&T Inc")).isEqualTo("AT&T");
    }
}
