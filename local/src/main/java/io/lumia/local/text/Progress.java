package io.lumia.local.text;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a task is: a bar on a terminal, a line every few seconds elsewhere. */
public final class Progress implements AutoCloseable {

    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int BAR_EVERY_MILLIS = 200;

    private final String task;
    private final PrintStream stream;
    private final @Nullable ProgressBar bar;
    private final long startedNanos = System.nanoTime();
    private long lastLineNanos = startedNanos;

    private Progress(String task, PrintStream stream, @Nullable ProgressBar bar) {
        this.task = task;
        this.stream = stream;
        this.bar = bar;
    }

    /** On the error stream, since the output stream belongs to the result. */
    public static Progress of(String task, long total) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Progress(task, System.err, terminal ? bar(task, total) : null);
    }

    public synchronized void at(long done, long total, String detail) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.setExtraMessage(" " + detail);
        } else if (System.nanoTime() - lastLineNanos >= LINE_EVERY_NANOS) {
            lastLineNanos = System.nanoTime();
            stream.printf("%s: %d of %d %s%n", task, done, total, detail);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        } else {
            stream.printf("%s: done in %s%n", task, TextTable.seconds(secondsSinceStart()));
        }
    }

    private double secondsSinceStart() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos) / 1000.0;
    }

    private static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUpdateIntervalMillis(BAR_EVERY_MILLIS)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }
}
