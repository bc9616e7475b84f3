package io.lumia.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database's schema as SQL text in a fixed order, to be held against a golden file: tables with columns and
 * constraints, indexes, comments. Yearly partitions are left out, since there are more of them each year.
 */
public final class SchemaDump {

    private static final String DUMP = """
        WITH tables AS (
            SELECT c.oid, c.oid::regclass::text AS name, c.relkind, c.relpersistence
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND n.nspname IN ('platform', 'market', 'collection', 'news', 'accounts', 'sentiment', 'signals',
                                 'recommendation')
        ), columns AS (
            SELECT t.oid, string_agg(format('    %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                       CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
                       CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
                            WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
                            ELSE '' END), E',\\n' ORDER BY a.attnum) AS text
              FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
             GROUP BY t.oid
        ), constraints AS (
            SELECT t.oid, string_agg(format(E',\\n    CONSTRAINT %s %s', k.conname, pg_get_constraintdef(k.oid)), ''
                       ORDER BY k.conname) AS text
              FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype <> 'n'
             GROUP BY t.oid
        ), statements AS (
            SELECT t.name, 1 AS part, '' AS detail, format(E'CREATE %sTABLE %s (\\n%s%s\\n)%s;',
                       CASE t.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, t.name, c.text,
                       coalesce(k.text, ''), coalesce(' PARTITION BY ' || pg_get_partkeydef(t.oid), '')) AS text
              FROM tables t JOIN columns c USING (oid) LEFT JOIN constraints k USING (oid)
            UNION ALL
            SELECT t.name, 2, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ';'
              FROM tables t JOIN pg_index i ON i.indrelid = t.oid
             WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            UNION ALL
            SELECT t.name, 3, lpad(d.objsubid::text, 4, '0'), format('COMMENT ON %s IS %L;',
                       CASE WHEN d.objsubid = 0 THEN 'TABLE ' || t.name
                            ELSE 'COLUMN ' || t.name || '.' || a.attname END, d.description)
              FROM tables t JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_class'::regclass
              LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.objsubid AND d.objsubid > 0
        )
        SELECT text FROM statements ORDER BY name, part, detail
        """;

    private SchemaDump() {}

    public static String of(EmbeddedDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(DUMP)) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                String sql = rows.getString(1);
                text.append(sql.startsWith("CREATE TABLE") || sql.startsWith("CREATE UNLOGGED") ? "\n" : "")
                        .append(sql)
                        .append('\n');
            }
            return text.toString();
        }
    }
}
