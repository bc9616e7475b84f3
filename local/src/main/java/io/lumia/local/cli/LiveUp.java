package io.lumia.local.cli;

import io.lumia.local.collect.LiveJobs;
import io.lumia.local.collect.LiveJobs.FirstRun;
import io.lumia.local.collect.RunStory;
import io.lumia.local.collect.RunStory.Story;
import io.lumia.local.runtime.LocalRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What {@code up --live} does beside running: saves the built-in jobs, starts each once, and tells what became of that. */
final class LiveUp {

    /** Quotas of some providers stretch the first run of a job; what takes longer is seen with {@code lumia runs}. */
    private static final Duration FIRST_RUNS = Duration.ofHours(2);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LumiaCommand command;
    private final LocalRuntime runtime;
    private final RunStory stories;

    LiveUp(LumiaCommand command, LocalRuntime runtime) {
        this.command = command;
        this.runtime = runtime;
        this.stories = new RunStory(runtime.functions());
    }

    /** Saves what is missing and starts every job that is not paused. */
    List<FirstRun> start() {
        LiveJobs jobs = new LiveJobs(runtime.functions());
        List<String> saved = jobs.saveMissing();
        if (!saved.isEmpty()) {
            command.note("jobs saved: %s", String.join(", ", saved));
        }
        return jobs.startAll(runtime.clock().instant());
    }

    /** Tells of each first run as it ends; ends when all have, or the program is told to stop. */
    void tellFirstRuns(List<FirstRun> first, Foreground foreground) throws InterruptedException {
        List<FirstRun> open = new ArrayList<>();
        for (FirstRun run : first) {
            if (run.runId() == null) {
                command.note("%s: not started, %s", run.job(), run.note());
            } else {
                open.add(run);
            }
        }
        List<Story> ended = new ArrayList<>();
        long deadline = System.nanoTime() + FIRST_RUNS.toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline && !foreground.isStopping()) {
            Thread.sleep(PAUSE);
            takeEnded(open, ended, foreground);
        }
        if (!foreground.isStopping()) {
            tellAll(ended, open);
        }
    }

    private void takeEnded(List<FirstRun> open, List<Story> ended, Foreground foreground) {
        try {
            for (FirstRun run : List.copyOf(open)) {
                Story story = stories.of(idOf(run));
                if (story.run().finishedAt() != null) {
                    open.remove(run);
                    ended.add(story);
                    tell(story);
                }
            }
        } catch (RuntimeException e) {
            // Whoever stops the program takes the database away from under this.
            if (!foreground.isStopping()) {
                throw e;
            }
        }
    }

    private static UUID idOf(FirstRun run) {
        UUID id = run.runId();
        if (id == null) {
            throw new IllegalStateException(run.job() + " has no first run");
        }
        return id;
    }

    private void tell(Story story) {
        if (!command.asJson()) {
            StoryText.lines(story).forEach(command.out()::println);
            command.out().flush();
        }
    }

    private void tellAll(List<Story> ended, List<FirstRun> open) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("first_runs", ended);
        document.put("still_running", open);
        command.print(document, () -> {
            open.forEach(run -> command.out()
                    .println("%s: still running, see lumia runs show %s".formatted(run.job(), run.runId())));
            command.out().println("every job was started once; from now on each runs by its schedule");
        });
    }
}
