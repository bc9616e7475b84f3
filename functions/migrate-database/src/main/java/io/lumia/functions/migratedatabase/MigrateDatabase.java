package io.lumia.functions.migratedatabase;

import io.lumia.platform.database.DatabaseMigration;
import io.lumia.platform.database.DatabaseMigration.Migrated;
import io.lumia.platform.database.ForgetDeliveries;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Runs what migrations are missing and creates partitions for the coming years; then forgets deliveries of long ago. Running it
 * twice changes nothing.
 */
@Singleton
public final class MigrateDatabase {

    /** Partitions exist for this many years after the current one, so that a late deployment never meets a missing one. */
    static final int YEARS_AHEAD = 2;

    private final DatabaseMigration migration;
    private final ForgetDeliveries forgetting;
    private final Clock clock;

    public MigrateDatabase(DatabaseMigration migration, ForgetDeliveries forgetting, Clock clock) {
        this.migration = migration;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    public Migrated migrate() {
        int throughYear = clock.instant().atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        return migration.migrate(throughYear);
    }

    /** @return how many events and messages went */
    public long forgetDeliveries() {
        return forgetting.forget();
    }
}
