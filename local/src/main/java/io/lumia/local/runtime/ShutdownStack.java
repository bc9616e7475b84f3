package io.lumia.local.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was started, last first. One that fails to stop does not keep the others from it. */
public final class ShutdownStack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownStack.class);

    private final Deque<Named> started = new ArrayDeque<>();

    public synchronized <T extends AutoCloseable> T push(String name, T part) {
        started.push(new Named(name, part));
        return part;
    }

    /** Doing it twice does nothing more. */
    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            Named part = started.pop();
            try {
                part.closeable().close();
                LOG.debug("{} stopped", part.name());
            } catch (Exception e) {
                LOG.warn("{} did not stop cleanly: {}", part.name(), e.toString());
            }
        }
    }

    private record Named(String name, AutoCloseable closeable) {}
}
