package io.lumia.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import java.util.Objects;

/**
 * Logs of functions: one JSON object a line, on standard error, so that a command's standard output stays clean.
 * {@code LUMIA_LOG_LEVEL} sets our own level (DEBUG, INFO, WARN, ERROR); of libraries warnings are written. Said here and
 * not in a file of Logback's, because reading one takes an XML parser and a good part of a native program's start. Where
 * such a file is named, as by the local program, it is read instead.
 */
public final class FunctionLogs extends ContextAwareBase implements Configurator {

    static final String LEVEL = "LUMIA_LOG_LEVEL";
    private static final String OURS = "io.lumia";
    private static final String NAMED_FILE = "logback.configurationFile";
    private static final String FILE_OF_TESTS = "logback-test.xml";

    private final Map<String, String> environment;

    /** Logback's. */
    public FunctionLogs() {
        this(System.getenv());
    }

    FunctionLogs(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(NAMED_FILE) != null || isOnClassPath(FILE_OF_TESTS)) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        context.getLogger(OURS).setLevel(Level.toLevel(environment.get(LEVEL), Level.INFO));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError(context));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean isOnClassPath(String file) {
        ClassLoader classes = Objects.requireNonNull(FunctionLogs.class.getClassLoader());
        return classes.getResource(file) != null;
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context) {
        JsonLogEncoder encoder = new JsonLogEncoder();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("stderr");
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
