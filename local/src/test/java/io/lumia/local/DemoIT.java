package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.Child.Ended;
import io.lumia.local.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on the bundle that ships, as a stranger types it. */
final class DemoIT {

    @TempDir
    private Path temporary;

    @Test
    void playsToItsEndAndPlayingItAgainChangesNoRow() throws Exception {
        String data = temporary.resolve("demo").toString();

        Ended first = Child.run(temporary, "demo", "--once", "--json", "--fresh", "--data", data);
        assertThat(first.exitCode()).as(first.err()).isZero();
        JsonNode report = Json.tree(first.out());
        assertThat(report.path("problems")).isEmpty();
        assertThat(report.path("counts").path("assets").asInt()).isGreaterThanOrEqualTo(90);
        assertThat(report.path("counts").path("bars").asLong()).isGreaterThan(100_000);
        assertThat(report.path("counts").path("signals").asLong())
                .isEqualTo(report.path("counts").path("bars").asLong());
        assertThat(report.path("sessions_lived").asInt()).isBetween(19, 24);
        assertThat(report.path("completeness").asDouble()).isGreaterThanOrEqualTo(0.99);
        assertThat(report.path("signal_row").path("sma_200").isNumber()).isTrue();

        Ended second = Child.run(temporary, "demo", "--once", "--json", "--data", data);
        assertThat(second.exitCode()).as(second.err()).isZero();
        JsonNode again = Json.tree(second.out());
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("changed_tables")).isEmpty();
        assertThat(again.path("tables")).isEqualTo(report.path("tables"));
    }
}
