package io.lumia.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {

    @TempDir
    private Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "demo",
                "ingest",
                "status",
                "jobs",
                "runs",
                "backfill",
                "collectors",
                "gaps",
                "quarantine",
                "alarms",
                "accounts",
                "audit",
                "signals",
                "news",
                "score",
                "doctor",
                "bench",
                "invoke",
                "cost",
                "drill",
                "cloud",
                "bundle",
                "dead-letters",
                "completion"
            })
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("Usage: lumia " + command);
    }

    @Test
    void anUnknownCommandIsWrongUsageAndSuggestsOne() {
        assertThat(run("statsu")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("status");
    }

    @Test
    void aMissingCommandIsWrongUsage() {
        assertThat(run()).isEqualTo(ExitCodes.WRONG_USAGE);
    }

    @Test
    void liveIsRefusedBesideABundle() {
        assertThat(run("up", "--live", "--bundle", "some", "--data", temporary.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("--bundle").contains("--live");
    }

    @Test
    void liveIsRefusedWithAClockThatStandsStill() {
        assertThat(run("up", "--live", "--as-of", "2017-06-30", "--data", temporary.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("--as-of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs", "quarantine"})
    void aGroupOfCommandsNamesThemWhereNoneIsGiven(String group) {
        assertThat(run(group)).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("list");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jobs show",
                "jobs run",
                "jobs add",
                "jobs validate",
                "jobs delete",
                "runs show",
                "runs cancel",
                "backfill daily-prices --from 2026-01-02",
                "quarantine reject 1",
                "quarantine release"
            })
    void whatACommandNeedsIsAskedFor(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("Missing required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backfill daily-prices --from 2026-02-30 --to 2026-03-01",
                "backfill daily-prices --from 2026-03-02 --to 2026-03-01",
                "jobs run daily-prices --from 2026-03-02 --to 2026-03-01",
                "invoke market-api --jvm",
                "bench cold market-api --runs 0",
                "runs --limit 0",
                "runs show 17",
                "runs cancel none",
                "quarantine release 0",
                "quarantine list --limit 20000"
            })
    void anArgumentThatCannotBeIsWrongUsageAndNamed(String line) {
        assertThat(run(line.split(" "))).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("allowed");
    }

    @Test
    void aJobIsAddedFromATemplateOrAFileNotFromBoth() throws IOException {
        Path file = Files.writeString(temporary.resolve("job.json"), "{}");

        assertThat(run("jobs", "add", "--template", "daily-prices", file.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
    }

    @Test
    void aFileThatHoldsNoJobIsWrongUsage() throws IOException {
        Path file = Files.writeString(temporary.resolve("job.json"), "[]");

        assertThat(run("jobs", "validate", file.toString())).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("job.json");
    }

    @Test
    void jobsOfAnEmptyFolderSayHowToBegin() {
        assertThat(run("jobs", "list", "--data", temporary.resolve("new").toString()))
                .isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("lumia up");
    }

    @Test
    void aPortOutOfRangeIsWrongUsage() {
        assertThat(run("up", "--port", "70000", "--data", temporary.toString())).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("70000");
    }

    @Test
    void aDateThatIsNoneIsWrongUsage() {
        assertThat(run("up", "--as-of", "2017-02-30", "--data", temporary.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("2017-02-30");
    }

    @Test
    void aBundleThatIsNotThereIsWrongUsage() {
        assertThat(run("ingest", "--bundle", temporary.resolve("none").toString(), "--data", temporary.toString()))
                .isEqualTo(ExitCodes.WRONG_USAGE);
    }

    @Test
    void statusOfAnEmptyFolderSaysHowToBegin() {
        assertThat(run("status", "--data", temporary.resolve("new").toString())).isEqualTo(ExitCodes.FAILED);
        assertThat(err.toString()).contains("lumia demo");
    }

    @Test
    void aFailureIsOneJsonDocumentToo() {
        run("status", "--json", "--data", temporary.resolve("new").toString());

        JsonNode answer = Json.tree(out.toString());
        assertThat(answer.path("success").asBoolean()).isFalse();
        assertThat(answer.path("error").path("code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void scoresTextsAndTheNamesInThem() {
        assertThat(run(
                        "score",
                        "--json",
                        "--entity",
                        "Samsung",
                        "Apple soars while Samsung slumps",
                        "Gewinne steigen nach der Übernahme"))
                .isEqualTo(ExitCodes.DONE);

        JsonNode results = Json.tree(out.toString()).path("results");
        assertThat(results.at("/0/score").asDouble()).isBetween(-1.0, 1.0);
        assertThat(results.at("/0/entities/0/entity").asText()).isEqualTo("Samsung");
        assertThat(results.at("/1/reason").asText()).isEqualTo("not_english");
    }

    @Test
    void textsOfAnotherKindAreRefused() {
        assertThat(run("score", "--kind", "blog", "text")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("kind is 'blog'; allowed: news, social");
    }

    @Test
    void completionIsAScriptThatKnowsTheCommands() {
        assertThat(run("completion")).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString()).contains("complete -F").contains("dead-letters");
    }

    private int run(String... arguments) {
        return Lumia.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
