package io.lumia.signals.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsBenchmarkTest {

    private static final int ASSETS = Integer.getInteger("bench.assets", 30);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 320);

    @Test
    void countsEveryRowOnceAndNoneAgain() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.fresh();
        List<String> progress = new ArrayList<>();
        try (ApplicationContext context = ApplicationContext.run(database.properties())) {
            SignalsBenchmark benchmark = context.getBean(SignalsBenchmark.class);

            SignalsBenchmarkResult result = benchmark.run(ASSETS, SESSIONS, progress::add);

            result.lines().forEach(System.out::println);
            assertThat(result.full().rowsChanged()).isEqualTo((long) ASSETS * SESSIONS);
            assertThat(result.fullRedone().rowsChanged()).isZero();
            assertThat(result.oneNewDay().rowsChanged()).isEqualTo(ASSETS);
            assertThat(result.oneNewDayAgain().rowsChanged()).isZero();
            assertThat(progress).contains("%,d bars written".formatted((long) ASSETS * SESSIONS));
            assertThatThrownBy(() -> benchmark.run(1, 1, progress::add))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("this one has " + ASSETS + " assets already");
        }
    }
}
