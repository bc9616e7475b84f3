package io.lumia.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.lumia.platform.lambda.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ConnectionsOnDemandTest {

    @Test
    void aFunctionStartsWhileItsDatabaseIsAway() throws IOException, SQLException {
        try (ApplicationContext context = context(FunctionContext.ENVIRONMENT)) {
            HikariDataSource pool = context.getBean(DataSource.class).unwrap(HikariDataSource.class);

            assertThat(pool.isRunning()).isTrue();
            assertThatExceptionOfType(SQLException.class).isThrownBy(pool::getConnection);
        }
    }

    @Test
    void elsewhereAMissingDatabaseIsFoundAtOnce() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> context("test").close())
                .withMessageContaining("refused");
    }

    private static ApplicationContext context(String environment) throws IOException {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environments(environment)
                .properties(Map.of(
                        "datasources.default.url",
                        "jdbc:postgresql://127.0.0.1:%d/lumia".formatted(portOfNobody()),
                        "datasources.default.username",
                        "nobody",
                        "datasources.default.connection-timeout",
                        "500"))
                .start();
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
