package io.lumia.functions.collectionapi.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.functions.collectionapi.FakeEventBus;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelRunTest {

    private static final String RUN = "/api/v1/collection/runs/00000000-0000-0001-0000-00000000000";

    private ApiUnderTest api;

    @BeforeEach
    void oneRunIsUnderWay() {
        api = ApiUnderTest.writable();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void endsARunAndItsItemsAndTells() {
        assertThat(api.get(RUN + "3").at("data", "run", "done")).isEqualTo(0);

        Answer answer = api.sendJson("POST", RUN + "3/cancel", "{\"note\": \"the wrong source\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.at("data", "status")).isEqualTo("cancelled");
        assertThat(answer.at("data", "note")).isEqualTo("cancelled by local: the wrong source");
        assertThat(answer.at("data", "done")).isEqualTo(1);
        assertThat(answer.at("data", "failures")).isEqualTo(Map.of("cancelled", 1));
        assertThat(api.bean(FakeEventBus.class).announced)
                .anySatisfy(event -> assertThat(event.detailType()).isEqualTo("CollectionRunFinished"));
        assertThat(api.texts("SELECT action || ' ' || subject FROM collection.audit_entry"))
                .containsExactly("run.cancel run/00000000-0000-0001-0000-000000000003");
        assertThat(api.get("/api/v1/collection/runs?status=cancelled").rows("data"))
                .hasSize(1);
    }

    @Test
    void aRunThatHasEndedStaysAsItIs() {
        Answer answer = api.sendJson("POST", RUN + "2/cancel", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("is failed, which is an end");
        assertThat(api.texts("SELECT action FROM collection.audit_entry")).isEmpty();
    }

    @Test
    void aRunThatIsNoneIsNotFound() {
        assertThat(api.sendJson("POST", RUN + "9/cancel", "").status()).isEqualTo(404);
        assertThat(api.sendJson("POST", "/api/v1/collection/runs/latest/cancel", "")
                        .refused())
                .isEqualTo(List.of("id"));
        assertThat(api.sendJson("POST", RUN + "3/cancel", "{\"why\": \"x\"}").refused())
                .isEqualTo(List.of("why"));
    }
}
