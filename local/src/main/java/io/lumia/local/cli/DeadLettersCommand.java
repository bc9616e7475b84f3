package io.lumia.local.cli;

import io.lumia.local.queue.DeadLetters.DeadLetter;
import io.lumia.local.runtime.Installation;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Messages that no function could handle. */
@Command(
        name = "dead-letters",
        description = "List messages that failed too often, or send them again.",
        mixinStandardHelpOptions = true,
        subcommands = {DeadLettersCommand.ListLetters.class, DeadLettersCommand.Replay.class})
final class DeadLettersCommand implements Runnable {

    private static final int SHOWN_CHARACTERS = 160;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or replay is missing");
    }

    /** Shows them; they stay. */
    @Command(
            name = "list",
            description = "Show dead letters; they stay where they are.",
            mixinStandardHelpOptions = true)
    static final class ListLetters extends LumiaCommand {

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(arity = "0..1", paramLabel = "QUEUE", description = "Only those of this queue.")
        private String queue = "";

        @Override
        int run() {
            try (Installation installation = Installation.open(data.folder(this), "dead-letters")) {
                List<DeadLetter> letters = installation.deadLetters().list(queue);
                print(Map.of("dead_letters", letters), () -> show(letters));
            }
            return ExitCodes.DONE;
        }

        private void show(List<DeadLetter> letters) {
            out().println(letters.isEmpty() ? "no dead letters" : "%d dead letters".formatted(letters.size()));
            for (DeadLetter letter : letters) {
                String body = letter.body().replaceAll("\\s+", " ");
                out().println("  %s  %s  %s"
                        .formatted(
                                letter.queue(),
                                letter.messageId(),
                                body.length() <= SHOWN_CHARACTERS ? body : body.substring(0, SHOWN_CHARACTERS) + "…"));
            }
        }
    }

    /** Sends them to their queue again. */
    @Command(
            name = "replay",
            description = "Send dead letters to their queue again, as after a repair, and wait until they are handled.",
            mixinStandardHelpOptions = true)
    static final class Replay extends LumiaCommand {

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(arity = "0..1", paramLabel = "QUEUE", description = "Only those of this queue.")
        private String queue = "";

        @Option(names = "--no-wait", description = "Do not wait for the functions to handle them.")
        private boolean noWait;

        @Override
        int run() {
            try (Installation installation = Installation.open(data.folder(this), "dead-letters")) {
                int replayed = installation.deadLetters().replay(queue);
                if (!noWait && replayed > 0) {
                    installation.pipeline().awaitIdle(Waits.LOAD, () -> {});
                }
                int dead = installation.deadLetters().counts().stream()
                        .mapToInt(depth -> depth.waiting())
                        .sum();
                print(Map.of("replayed", replayed, "dead_letters", dead), () -> out().println(
                                "%d messages sent again; %d dead letters now".formatted(replayed, dead)));
            }
            return ExitCodes.DONE;
        }
    }
}
