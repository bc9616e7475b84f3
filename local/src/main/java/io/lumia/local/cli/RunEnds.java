package io.lumia.local.cli;

import io.lumia.collection.RunStatus;
import io.lumia.local.collect.RunStory;
import io.lumia.local.collect.RunStory.Story;
import io.lumia.local.collect.RunWait;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.Progress;
import java.util.UUID;

/** Waits for a run with a progress bar and tells what became of it. */
final class RunEnds {

    private RunEnds() {}

    /** Returns the exit code: a run that is partial has failed. */
    static int await(LumiaCommand command, Installation installation, UUID run, String task)
            throws InterruptedException {
        boolean isAlone = installation.other().isEmpty();
        try (Progress progress = Progress.of(task, 1)) {
            new RunWait(installation.functions(), isAlone).await(run, progress, Waits.BACKFILL);
        }
        if (isAlone) {
            // Signals follow the run.
            installation.pipeline().awaitIdle(Waits.LOAD, () -> {});
        }
        Story story = new RunStory(installation.functions()).of(run);
        command.print(story, () -> StoryText.lines(story).forEach(command.out()::println));
        return story.run().status() == RunStatus.SUCCEEDED ? ExitCodes.DONE : ExitCodes.FAILED;
    }
}
