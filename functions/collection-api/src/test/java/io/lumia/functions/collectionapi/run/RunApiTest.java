package io.lumia.functions.collectionapi.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunApiTest {

    private static final ApiUnderTest API = ApiUnderTest.shared();
    private static final String RUNS = "/api/v1/collection/runs";
    private static final String GAPS = "/api/v1/collection/gaps";

    @Test
    void listsRunsNewestFirstWithTheirReports() {
        Answer answer = API.get(RUNS);

        assertThat(answer.column("status", "data")).containsExactly("running", "failed", "succeeded");
        assertThat(answer.at("data", 1, "failures")).isEqualTo(Map.of("unreachable", 1));
        assertThat(answer.at("data", 2, "seconds")).isEqualTo(2.5);
        assertThat(answer.at("data", 0, "finished_at")).isNull();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void pagesAndFiltersRuns() {
        assertThat(API.get(RUNS + "?per_page=1&page=2").column("status", "data"))
                .containsExactly("failed");
        assertThat(API.get(RUNS + "?per_page=1&page=2").at("pagination", "total_pages"))
                .isEqualTo(3);
        assertThat(API.get(RUNS + "?job=daily-prices").rows("data")).hasSize(3);
        Answer unknown = API.get(RUNS + "?job=nightly");
        assertThat(unknown.rows("data")).isEmpty();
        assertThat(unknown.at("metadata", "warnings")).isEqualTo(List.of("no run of a job named 'nightly' is known"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(API.get(RUNS + "?page=-1&as_of=2014-01-01").refused()).containsExactlyInAnyOrder("as_of", "page");
    }

    @Test
    void filtersRunsByStatusAndDay() {
        assertThat(API.get(RUNS + "?status=failed").column("status", "data")).containsExactly("failed");
        assertThat(API.get(RUNS + "?start=2014-12-30&end=2014-12-30").column("status", "data"))
                .containsExactly("failed");
        assertThat(API.get(RUNS + "?start=2014-12-31").column("status", "data")).containsExactly("running");
        assertThat(API.get(RUNS + "?status=done&start=2014-12-31&end=2014-12-30")
                        .refused())
                .containsExactlyInAnyOrder("status", "start");
    }

    @Test
    void showsARunWithItsItems() {
        Answer run = API.get(RUNS + "/00000000-0000-0001-0000-000000000002");

        assertThat(run.at("data", "run", "status")).isEqualTo("failed");
        assertThat(run.at("data", "items", 0, "outcome")).isEqualTo("unreachable");
        assertThat(run.at("data", "items", 0, "detail")).isEqualTo("the folder is gone");
        assertThat(run.at("data", "items", 0, "provider")).isEqualTo("bundle");
        assertThat(run.at("data", "items", 0, "asks")).isEqualTo(1);
        assertThat(run.at("data", "items", 0, "attempts")).isEqualTo(List.of());
        assertThat(run.at("data", "items", 0, "provider_used")).isNull();
        assertThat(run.at("data", "items", 0, "seconds")).isEqualTo(2);
        assertThat(run.at("pagination", "total_items")).isEqualTo(1);
        assertThat(API.get(RUNS + "/00000000-0000-0001-0000-000000000002?page=2")
                        .rows("data", "items"))
                .isEmpty();
    }

    @Test
    void aRunThatIsNoneIsNotFound() {
        assertThat(API.get(RUNS + "/00000000-0000-0009-0000-000000000002").status())
                .isEqualTo(404);
        assertThat(API.get(RUNS + "/latest").refused()).isEqualTo(List.of("id"));
    }
}
