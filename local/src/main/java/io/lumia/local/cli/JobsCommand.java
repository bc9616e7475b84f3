package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is collected, when, and from whom. */
@Command(
        name = "jobs",
        description = "List, add, run, pause, resume and delete jobs: what is collected, when, and from whom.",
        mixinStandardHelpOptions = true,
        subcommands = {
            JobsCommand.ListJobs.class,
            JobsCommand.Show.class,
            RunJobCommand.class,
            JobsCommand.Pause.class,
            JobsCommand.Resume.class,
            JobsCommand.Delete.class,
            AddJobCommand.class,
            ValidateJobCommand.class
        })
final class JobsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "list, show, run, pause, resume, delete, add or validate is missing");
    }

    static String path(String name) {
        return "/jobs/" + CollectionApi.encoded(name);
    }

    /** Shows all. */
    @Command(name = "list", description = "List jobs.", mixinStandardHelpOptions = true)
    static final class ListJobs extends ApiCommand {

        @Override
        int ask(Installation installation, CollectionApi api) {
            List<JsonNode> jobs = api.all("/jobs", Map.of());
            print(Map.of("jobs", jobs), () -> show(jobs));
            return ExitCodes.DONE;
        }

        private void show(List<JsonNode> jobs) {
            if (jobs.isEmpty()) {
                out().println("no jobs; lumia jobs add --template NAME, or lumia up --live, saves some");
                return;
            }
            TextTable table = new TextTable("name", "state", "providers", "datasets", "when", "next", "last");
            jobs.forEach(job -> table.row(
                    text(job, "name"),
                    job.path("enabled").asBoolean(true) ? "on" : "paused",
                    providers(job.path("collector")),
                    text(job, "datasets"),
                    when(job.path("schedule")),
                    text(job.path("next_runs"), 0),
                    text(job.path("last_run"), "status")));
            table.print(out());
        }

        private static @Nullable String text(JsonNode list, int index) {
            return list.path(index).isMissingNode() ? null : list.path(index).asText();
        }

        private static String providers(JsonNode collector) {
            String fallbacks = text(collector, "fallbacks");
            return orEmpty(text(collector, "provider")) + (fallbacks == null ? "" : ", " + fallbacks);
        }

        private static @Nullable String when(JsonNode schedule) {
            String cron = text(schedule, "cron");
            String every = text(schedule, "every");
            String ticks = cron != null ? cron + " " + orEmpty(text(schedule, "zone")) : every;
            String during = text(schedule, "during");
            return ticks == null
                    ? text(schedule, "kind")
                    : during == null ? ticks : "%s, %s".formatted(ticks, during.replace('_', ' '));
        }
    }

    /** Shows one. */
    @Command(
            name = "show",
            description = "Show a job as a document that lumia jobs add takes, with its newest runs.",
            mixinStandardHelpOptions = true)
    static final class Show extends ApiCommand {

        private static final int SHOWN_RUNS = 5;

        @Parameters(paramLabel = "NAME", description = "The job's name.")
        private String name = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode job = api.get(path(name), Map.of());
            List<JsonNode> runs = api.upTo(SHOWN_RUNS, "/runs", Map.of("job", name));
            print(job, () -> {
                out().println(job.toPrettyString());
                out().println();
                RunsCommand.table(runs).print(out());
            });
            return ExitCodes.DONE;
        }
    }

    /** Stops its ticks. */
    @Command(
            name = "pause",
            description = "Pause a job: its ticks start nothing until it is resumed.",
            mixinStandardHelpOptions = true)
    static final class Pause extends ApiCommand {

        @Parameters(paramLabel = "NAME", description = "The job's name.")
        private String name = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode job = api.post(path(name) + "/pause", Map.of());
            print(job, () -> out().println("job %s is paused".formatted(name)));
            return ExitCodes.DONE;
        }
    }

    /** Lets it tick again. */
    @Command(name = "resume", description = "Let a paused job run again.", mixinStandardHelpOptions = true)
    static final class Resume extends ApiCommand {

        @Parameters(paramLabel = "NAME", description = "The job's name.")
        private String name = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            JsonNode job = api.post(path(name) + "/resume", Map.of());
            print(job, () -> out().println("job %s runs again".formatted(name)));
            return ExitCodes.DONE;
        }
    }

    /** Ends it. */
    @Command(
            name = "delete",
            description = "Delete a job; what it collected and the history of its runs stay.",
            mixinStandardHelpOptions = true)
    static final class Delete extends ApiCommand {

        @Parameters(paramLabel = "NAME", description = "The job's name.")
        private String name = "";

        @Override
        int ask(Installation installation, CollectionApi api) {
            api.delete(path(name));
            print(Map.of("deleted", name), () -> out().println("job %s is deleted".formatted(name)));
            return ExitCodes.DONE;
        }
    }
}
