package io.lumia.local;

import io.lumia.local.runtime.FunctionHost;
import io.lumia.platform.database.Sql;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** What stands in our books, table by table: to see whether anything changed that should not have. */
final class TableHashes {

    /** What every request may write: its idempotency key. */
    private static final String TABLES = """
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)
              FROM information_schema.tables
             WHERE table_schema NOT IN ('pg_catalog', 'information_schema', 'platform', 'public')
               AND table_type = 'BASE TABLE'
             ORDER BY 1
            """;

    private TableHashes() {}

    /** A line for each table: its name, how many rows, a hash over them. */
    static String of(FunctionHost functions) {
        Sql sql = functions.bean(Sql.class);
        List<String> tables = sql.prepare(TABLES, statement -> Sql.list(statement, row -> row.getString(1)));
        List<String> lines = new ArrayList<>();
        for (String table : tables) {
            String hash =
                    "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM %s t"
                            .formatted(table);
            lines.add(sql.prepare(hash, statement -> {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return table + " " + row.getString(1);
                }
            }));
        }
        return String.join("\n", lines);
    }
}
