package io.lumia.local.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.local.bus.EventRoutes.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventRoutesTest {

    private static final String PRICES = """
            {"source": ["lumia.load"], "detail-type": ["PricesLoaded"]}""";

    private final EventRoutes routes = new EventRoutes(
            List.of(new Route("compute-signals", PRICES), new Route("audit", """
                    {"source": [{"prefix": "lumia."}], "detail": {"assets": {"id": ["a"]}}}"""), new Route("compute-signals", """
                    {"detail-type": ["SignalsOutdated"]}""")));

    @Test
    void sendsAnEventToEveryQueueWhosePatternItFits() {
        assertThat(routes.queuesFor(
                        event("lumia.load", "PricesLoaded", "{\"assets\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}")))
                .containsExactly("audit", "compute-signals");
    }

    @Test
    void sendsAnEventNowhereWhenItsSourceIsAnother() {
        assertThat(routes.queuesFor(event("acme.load", "PricesLoaded", "{}"))).isEmpty();
    }

    @Test
    void aQueueWithTwoPatternsGetsAnEventOfEither() {
        assertThat(routes.queuesFor(event("lumia.compute-signals", "SignalsOutdated", "{}")))
                .containsExactly("compute-signals");
    }

    @Test
    void refusesWhatIsNoPattern() {
        List<Route> wrong = List.of(new Route("load", "{\"source\": \"lumia.load\"}"));

        assertThatThrownBy(() -> new EventRoutes(wrong))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("load");
    }

    private static String event(String source, String detailType, String detail) {
        return """
               {"version": "0", "id": "1", "source": "%s", "detail-type": "%s", "resources": [], "detail": %s}""".formatted(source, detailType, detail);
    }
}
