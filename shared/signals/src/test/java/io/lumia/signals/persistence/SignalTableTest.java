package io.lumia.signals.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTableTest {

    private static final TestMarket MARKET = new TestMarket();

    @ParameterizedTest
    @ValueSource(strings = {"daily_signal", "latest_signal"})
    void theMigrationsHaveTheColumnsOfTheEngine(String table) {
        assertThat(columns(table)).containsExactlyInAnyOrder(SignalTable.ROW_NAMES.split(", "));
    }

    @Test
    void stagingHasTheBatchBesideThem() {
        assertThat(columns("daily_signal_staging"))
                .containsExactlyInAnyOrder(("batch_id, " + SignalTable.ROW_NAMES).split(", "));
    }

    @Test
    void everySignalHasAUnitInItsComment() {
        String without = MARKET.query("""
                SELECT a.attname FROM pg_attribute a
                 WHERE a.attrelid = 'signals.daily_signal'::regclass AND a.attnum > 0
                   AND a.attname NOT IN ('asset_id', 'signal_date', 'bars_seen', 'computed_at')
                   AND coalesce(col_description(a.attrelid, a.attnum), '') NOT LIKE '%(%)%'
                """);

        assertThat(without).isEmpty();
    }

    /** In any order: every statement names its columns, and a later migration can only add behind the others. */
    private static String[] columns(String table) {
        return MARKET.query("""
                        SELECT string_agg(column_name, ', ')
                          FROM information_schema.columns
                         WHERE table_schema = 'signals' AND table_name = '%s' AND is_generated = 'NEVER'
                        """.formatted(table)).strip().split(", ");
    }
}
