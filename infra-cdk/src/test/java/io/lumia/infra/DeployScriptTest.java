package io.lumia.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/deploy} with commands that only write down how they were called. */
class DeployScriptTest {

    private static final int WAIT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void migratesTheDatabaseBeforeTheFunctionsSwitch() throws Exception {
        int exitCode = run("None", "dev");

        List<String> calls = calls();
        assertThat(exitCode).isZero();
        assertThat(first(calls, "lumia-dev-database")).isLessThan(first(calls, "rds-data execute-statement"));
        assertThat(first(calls, "rds-data execute-statement")).isLessThan(first(calls, "lumia-dev-migration"));
        assertThat(first(calls, "lumia-dev-migration")).isLessThan(first(calls, "lambda invoke"));
        assertThat(first(calls, "lambda invoke")).isLessThan(first(calls, "lumia-dev-application"));
    }

    @Test
    void sendsEveryStatementOfTheUsersOneByOne() throws Exception {
        run("None", "dev");

        long statements = Files.readAllLines(Path.of("database-users.sql")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("--"))
                .count();
        assertThat(calls().stream().filter(call -> call.contains("execute-statement")))
                .hasSize((int) statements);
    }

    @Test
    void switchesNothingWhenTheMigrationFailed() throws Exception {
        int exitCode = run("Unhandled", "dev");

        assertThat(exitCode).isEqualTo(1);
        assertThat(calls()).noneMatch(call -> call.contains("lumia-dev-application"));
    }

    /** The built files are also what a laptop serves: the cloud's address is not written into them. */
    @Test
    void sendsTheSiteWithTheApisAddressAndLeavesTheBuiltFilesAsTheyAre() throws Exception {
        Path built = Path.of("..", "static-site", "dist", "config.json");
        assumeTrue(Files.isRegularFile(built), "the site is not built: mvn -q -pl static-site package");
        String before = Files.readString(built);

        run("None", "dev");

        assertThat(Files.readString(built)).isEqualTo(before);
        assertThat(Files.readString(Path.of("target", "config.json")))
                .contains("\"api\":\"value\"", "\"brand\":\"value\"");
        assertThat(calls()).contains("aws s3 cp target/config.json s3://value/config.json --cache-control no-cache");
    }

    @Test
    void saysFirstAndLastThatNobodyCanRegister() throws Exception {
        run("None", "dev");

        List<String> lines = Files.readAllLines(folder.resolve("output"));
        assertThat(lines.getFirst())
                .isEqualTo(
                        "lumia: warning: nobody can register: \"mail\" in infra-cdk/stages/dev.json is not set (docs/deploy.md, Mails)");
        assertThat(lines.getLast()).isEqualTo(lines.getFirst());
    }

    @Test
    void refusesAStageWithoutAFileOrWithoutADatabaseOfItsOwn() throws Exception {
        assertThat(run("None", "qa")).isEqualTo(2);
        assertThat(run("None", "emulator")).isEqualTo(2);
        assertThat(folder.resolve("calls")).doesNotExist();
    }

    private int run(String functionError, String stage) throws IOException, InterruptedException {
        command("npx", "echo \"npx $*\" >>%s".formatted(folder.resolve("calls")));
        command("aws", """
                echo "aws $*" >>%s
                case $* in
                *"lambda invoke"*) for last; do :; done; echo '{}' >"$last"; echo %s ;;
                *) echo value ;;
                esac""".formatted(folder.resolve("calls"), functionError));
        ProcessBuilder builder = new ProcessBuilder("bash", "bin/deploy", stage)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().merge("PATH", folder.toString(), (path, stubs) -> stubs + ":" + path);
        Process process = builder.start();
        assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void command(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private static int first(List<String> calls, String part) {
        for (int index = 0; index < calls.size(); index++) {
            if (calls.get(index).contains(part)) {
                return index;
            }
        }
        throw new AssertionError("no call has '%s': %s".formatted(part, calls));
    }
}
