package io.lumia.market.persistence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one statement by which staged rows become facts. It takes the batch out of staging, compares it with what is
 * there, keeps the superseded value of each changed row, and writes only what is new or different; a batch that says
 * what our books say already touches no row of the fact table.
 *
 * @param table   the fact table; {@code _staging} and {@code _revision} name its siblings
 * @param date    the key column that dates a row
 * @param otherKeys key columns besides {@code asset_id} and the date
 * @param values  the columns that make a revision when they differ
 */
record MergeStatement(String table, String date, List<String> otherKeys, List<String> values) {

    static final MergeStatement BARS = new MergeStatement(
            "market.daily_bar",
            "trading_date",
            List.of(),
            List.of("open", "high", "low", "close", "volume", "adj_close", "flags"));
    static final MergeStatement ACTIONS =
            new MergeStatement("market.corporate_action", "ex_date", List.of("kind"), List.of("value"));
    static final MergeStatement OBSERVATIONS =
            new MergeStatement("market.observation", "observation_date", List.of(), List.of("value"));
    static final MergeStatement FUNDAMENTALS = new MergeStatement(
            "market.fundamental",
            "period_end",
            List.of("metric", "period_start", "reported_at"),
            List.of("reported_at_assumed", "value", "currency"));

    /**
     * Parameters: batch id, asset ids, first date, last date, learned at (the old value's end), and twice learned at with
     * source id (for new and for changed rows). The caller holds the locks of the assets, so nobody inserts in between.
     */
    String sql() {
        return """
                WITH staged AS (
                    DELETE FROM %1$s_staging WHERE batch_id = ? RETURNING *
                ), existing AS MATERIALIZED (
                    SELECT * FROM %1$s WHERE asset_id = ANY (?) AND %2$s BETWEEN ? AND ?
                ), delta AS MATERIALIZED (
                    SELECT %3$s, e.asset_id IS NULL AS is_new
                      FROM staged s LEFT JOIN existing e ON %4$s
                     WHERE e.asset_id IS NULL OR (%5$s) IS DISTINCT FROM (%6$s)
                ), kept AS (
                    INSERT INTO %1$s_revision (%7$s, valid_from, valid_to, source_id)
                    SELECT %8$s, e.learned_at, ?, e.source_id
                      FROM existing e JOIN delta s ON %4$s
                    ON CONFLICT DO NOTHING
                ), added AS (
                    INSERT INTO %1$s (%7$s, learned_at, source_id)
                    SELECT %3$s, ?, ? FROM delta s WHERE s.is_new
                ), changed AS (
                    UPDATE %1$s e SET %9$s, learned_at = ?, source_id = ?
                      FROM delta s WHERE NOT s.is_new AND %4$s
                )
                SELECT asset_id, count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new),
                       min(%2$s), max(%2$s)
                  FROM delta
                 GROUP BY asset_id
                """.formatted(
                        table,
                        date,
                        columns("s."),
                        keys().stream().map(k -> "e." + k + " = s." + k).collect(Collectors.joining(" AND ")),
                        list(values, "s."),
                        list(values, "e."),
                        columns(""),
                        columns("e."),
                        values.stream().map(v -> v + " = s." + v).collect(Collectors.joining(", ")));
    }

    /** The staging table with its columns in the order in which rows are copied: batch id, keys, values. */
    String stagingTarget() {
        return "%s_staging (batch_id, %s)".formatted(table, columns(""));
    }

    int stagingColumns() {
        return 1 + keys().size() + values.size();
    }

    private List<String> keys() {
        String[] keys = new String[2 + otherKeys.size()];
        keys[0] = "asset_id";
        keys[1] = date;
        for (int i = 0; i < otherKeys.size(); i++) {
            keys[2 + i] = otherKeys.get(i);
        }
        return Arrays.asList(keys);
    }

    private String columns(String prefix) {
        return list(keys(), prefix) + ", " + list(values, prefix);
    }

    private static String list(List<String> names, String prefix) {
        return names.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
    }
}
