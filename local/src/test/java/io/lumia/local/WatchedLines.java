package io.lumia.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lumia.platform.log.JsonLogEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** All that is logged meanwhile. */
final class WatchedLines implements AutoCloseable {

    private final List<ILoggingEvent> kept = new CopyOnWriteArrayList<>();
    private final Logger root = logger("ROOT");
    private final Logger ours = logger("io.lumia");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            kept.add(event);
        }
    };

    /** @param level that our own code logs from */
    static WatchedLines from(Level level) {
        WatchedLines lines = new WatchedLines();
        lines.appender.start();
        lines.root.addAppender(lines.appender);
        lines.ours.setLevel(level);
        return lines;
    }

    List<ILoggingEvent> all() {
        return kept;
    }

    /** As functions in the cloud write them. */
    String written() {
        JsonLogEncoder encoder = new JsonLogEncoder();
        return kept.stream()
                .map(line -> new String(encoder.encode(line), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        ours.setLevel(null);
    }

    private static Logger logger(String name) {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
    }
}
