package io.lumia.infra.stack;

import io.lumia.platform.database.tls.RdsRoots;
import io.lumia.platform.lambda.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** How a function reaches the database: what it is told, and what it may do for it. */
sealed interface DatabaseAccess {

    /** Waits longer than a paused cluster takes to wake up, and never hangs on a connection that was cut. */
    String OPTIONS = "?socketTimeout=60&connectTimeout=25&tcpKeepAlive=true";

    /** Environment variables for a function of that name and access, made in its stack. */
    Map<String, String> variables(Stack stack, String function, Access access);

    /** What its role may do beside that. */
    List<PolicyStatement> statements(String function, Access access);

    /** Who it signs in as: the migration owns the tables, others read or write. */
    static String user(String function, Access access) {
        return Names.databaseUser(
                function.equals(Names.MIGRATION) ? "owner" : access == Access.WRITE ? "write" : "read");
    }

    /** A process handles one event at a time; a migration keeps one connection for its history and works on another. */
    private static String connections(String function) {
        return function.equals(Names.MIGRATION) ? "2" : "1";
    }

    private static Map<String, String> common(String url, String user, String function) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("DATASOURCES_DEFAULT_URL", url);
        variables.put("DATASOURCES_DEFAULT_USERNAME", user);
        variables.put("DATASOURCES_DEFAULT_DIALECT", "POSTGRES");
        variables.put("DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE", connections(function));
        return variables;
    }

    /** Aurora: a token of 15 minutes, signed by the function's own role, over TLS to whom Amazon's roots of the region vouch for. */
    record ByToken(String host, String resourceId) implements DatabaseAccess {

        @Override
        public Map<String, String> variables(Stack stack, String function, Access access) {
            Map<String, String> variables = common(
                    Names.join(
                            "jdbc:postgresql://",
                            host,
                            ":5432/",
                            DatabaseStack.DATABASE,
                            OPTIONS,
                            "&sslmode=verify-full&sslfactory=",
                            RdsRoots.class.getName(),
                            "&sslfactoryarg=",
                            Aws.REGION),
                    user(function, access),
                    function);
            variables.put("LUMIA_DATABASE_AUTHENTICATION", "iam");
            return variables;
        }

        @Override
        public List<PolicyStatement> statements(String function, Access access) {
            return List.of(Permissions.allow(
                    List.of("rds-db:connect"),
                    List.of(Names.arn("rds-db", Names.join("dbuser:", resourceId, "/", user(function, access))))));
        }
    }

    /** A PostgreSQL that somebody else runs: host, user and password are parameters of the stack. */
    record ByPassword() implements DatabaseAccess {

        @Override
        public Map<String, String> variables(Stack stack, String function, Access access) {
            Map<String, String> variables = common(
                    Names.join(
                            "jdbc:postgresql://",
                            parameter(stack, "DatabaseHost", false),
                            ":",
                            parameter(stack, "DatabasePort", false),
                            "/",
                            parameter(stack, "DatabaseName", false),
                            OPTIONS),
                    parameter(stack, "DatabaseUser", false),
                    function);
            variables.put("DATASOURCES_DEFAULT_PASSWORD", parameter(stack, "DatabasePassword", true));
            return variables;
        }

        @Override
        public List<PolicyStatement> statements(String function, Access access) {
            return List.of();
        }

        private static String parameter(Stack stack, String name, boolean secret) {
            if (stack.getNode().tryFindChild(name) instanceof CfnParameter there) {
                return there.getValueAsString();
            }
            return CfnParameter.Builder.create(stack, name)
                    .type("String")
                    .noEcho(secret)
                    .description("Of the PostgreSQL that stands in for Aurora")
                    .build()
                    .getValueAsString();
        }
    }
}
