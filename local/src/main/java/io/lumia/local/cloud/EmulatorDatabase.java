package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PostgreSQL that stands in for Aurora. */
public record EmulatorDatabase(String host, String port, String name, String user, String password) {

    private static final Pattern URL = Pattern.compile(
            "jdbc:postgresql://(?<host>[A-Za-z0-9.-]+):(?<port>\\d{1,5})/(?<name>[A-Za-z0-9_]+)(\\?user=(?<user>[A-Za-z0-9_]+))?");

    private static final int LIMIT_SECONDS = 20;
    private static final List<String> STACKS = List.of("migration", "application");

    /** @param password empty where the server trusts */
    public static EmulatorDatabase parse(String url, String password) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw AppException.invalid(
                    "--database",
                    url,
                    "jdbc:postgresql://host:port/name?user=name, with its password in LUMIA_DATABASE_PASSWORD");
        }
        String user = matcher.group("user") == null ? "postgres" : matcher.group("user");
        return new EmulatorDatabase(
                matcher.group("host"), matcher.group("port"), matcher.group("name"), user, password);
    }

    /** For a program on this machine. */
    public String jdbcUrl() {
        String url = "jdbc:postgresql://%s:%s/%s?user=%s".formatted(host, port, name, user);
        return password.isEmpty() ? url : url + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    /** Fails where nobody can sign in: before functions are told to. */
    public void requireAnswer() {
        try (Connection _ = DriverManager.getConnection(
                "%s&connectTimeout=%d&loginTimeout=%d".formatted(jdbcUrl(), LIMIT_SECONDS, LIMIT_SECONDS))) {
            return;
        } catch (SQLException e) {
            throw new AppException(
                    ErrorCode.DATABASE_UNAVAILABLE, "%s does not let us in: %s".formatted(this, e.getMessage()), e);
        }
    }

    /** Words of {@code cdk deploy}: each stack that has functions on the database is told where it is. */
    List<String> parameters(String stackPrefix) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("DatabaseHost", host);
        values.put("DatabasePort", port);
        values.put("DatabaseName", name);
        values.put("DatabaseUser", user);
        // A parameter without a value is none; a server that trusts takes any.
        values.put("DatabasePassword", password.isEmpty() ? "none" : password);
        List<String> words = new ArrayList<>();
        for (String stack : STACKS) {
            values.forEach((parameter, value) -> {
                words.add("--parameters");
                words.add(stackPrefix + stack + ":" + parameter + "=" + value);
            });
        }
        return words;
    }

    @Override
    public String toString() {
        return "PostgreSQL at %s:%s, database %s, user %s".formatted(host, port, name, user);
    }
}
