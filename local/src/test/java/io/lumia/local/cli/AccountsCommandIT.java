package io.lumia.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands against an installation. */
final class AccountsCommandIT {

    @TempDir
    private static Path temporary;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void install() {
        Installation.openOrCreate(new DataFolder(temporary.resolve("data")), "a test")
                .close();
    }

    @Test
    void whatTheOperatorDoesStandsInAnIntactLog() throws SQLException {
        JsonNode added = answer("accounts", "add", "ada@example.org", "--role", "admin", "--generate");
        assertThat(added.path("password").asText()).hasSize(24);
        assertThat(answer("accounts", "grant", "Ada@example.org", "--plan", "premium")
                        .path("role")
                        .asText())
                .isEqualTo("admin");
        assertThat(answer("accounts", "token", "ada@example.org")
                        .path("access_token")
                        .asText()
                        .split("\\."))
                .hasSize(3);
        assertThat(answer("accounts", "list").toString()).doesNotContain("ada@example.org");
        assertThat(answer("accounts", "list", "--show-addresses").toString()).contains("ada@example.org");
        assertThat(answer("audit", "verify").path("intact").asBoolean()).isTrue();

        JsonNode acts = answer("audit", "list", "--actor", "program/operator");
        assertThat(acts.path("entries"))
                .extracting(act -> act.path("kind").asText())
                .containsExactly(
                        "account.addresses_shown",
                        "session.opened_by_operator",
                        "account.rights_changed",
                        "account.added_by_operator");

        tamper("UPDATE accounts.audit_entry SET actor = 'somebody/else' WHERE sequence = 2");
        assertThat(run("audit", "verify")).isEqualTo(ExitCodes.FAILED);
        assertThat(out.toString()).contains("broken at entry 2 (changed)");
    }

    @Test
    void anEasyWayToGiveAPasswordAwayIsNone() {
        assertThat(run("accounts", "add", "bob@example.org")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(err.toString()).contains("a terminal, or --generate");
        assertThat(run("accounts", "add", "bob@example.org", "--password", "secret"))
                .isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(run("accounts", "grant", "bob@example.org")).isEqualTo(ExitCodes.WRONG_USAGE);
        assertThat(run("accounts", "token", "nobody@example.org")).isEqualTo(ExitCodes.FAILED);
    }

    private JsonNode answer(String... arguments) {
        int code = run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
        assertThat(code).as(err.toString()).isEqualTo(ExitCodes.DONE);
        return Json.tree(out.toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        String[] all = Stream.concat(
                        Stream.of(arguments),
                        Stream.of("--data", temporary.resolve("data").toString()))
                .toArray(String[]::new);
        return Lumia.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** As somebody who may do everything in the database. */
    private static void tamper(String change) throws SQLException {
        try (Installation installation = Installation.open(new DataFolder(temporary.resolve("data")), "a test")) {
            Map<String, String> variables =
                    installation.variables(installation.functions().definition("keep-accounts"));
            try (Connection connection =
                            DriverManager.getConnection(variables.get("DATASOURCES_DEFAULT_URL"), "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("SET session_replication_role = replica");
                statement.execute(change);
            }
        }
    }
}
