package io.lumia.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FunctionLogsTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void oursAreWrittenFromInfoOnAndLibrariesFromWarnOn() {
        ExecutionStatus status = new FunctionLogs(Map.of()).configure(context);

        assertThat(status).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        assertThat(context.getLogger("io.lumia.load").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("com.zaxxer").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void theEnvironmentMaySetOurLevel() {
        new FunctionLogs(Map.of(FunctionLogs.LEVEL, "DEBUG")).configure(context);

        assertThat(context.getLogger("io.lumia.load").getEffectiveLevel()).isEqualTo(Level.DEBUG);
        assertThat(context.getLogger("com.zaxxer").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void linesGoToStandardErrorAsJson() {
        new FunctionLogs(Map.of()).configure(context);

        Appender<ILoggingEvent> appender =
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        assertThat(appender).isInstanceOf(ConsoleAppender.class);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) appender;
        assertThat(console.getTarget()).isEqualTo("System.err");
        assertThat(console.getEncoder()).isInstanceOf(JsonLogEncoder.class);
        assertThat(console.isStarted()).isTrue();
    }

    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(FunctionLogs.class);
    }
}
