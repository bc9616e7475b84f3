package io.lumia.functions.migratedatabase;

import io.lumia.platform.database.DatabaseMigration;
import io.lumia.platform.database.DatabaseMigration.Migrated;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** Runs what migrations are missing and creates partitions for the coming years. Running it twice changes nothing. */
@Singleton
public final class MigrateDatabase {

    /** Partitions exist for this many years after the current one, so that a late deployment never meets a missing one. */
    static final int YEARS_AHEAD = 2;

    private final DatabaseMigration migration;
    private final Clock clock;

    public MigrateDatabase(DatabaseMigration migration, Clock clock) {
        this.migration = migration;
        this.clock = clock;
    }

    public Migrated migrate() {
        int throughYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        return migration.migrate(throughYear);
    }
}
