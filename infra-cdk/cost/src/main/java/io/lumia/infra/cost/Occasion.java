package io.lumia.infra.cost;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Workload.Assumptions;
import java.util.List;
import java.util.Optional;

/**
 * What something costs that happens now and then, beside the month's bill, as if nothing were free.
 *
 * @param once    dollars when it is done
 * @param monthly dollars a month from then on, until somebody clears away
 * @param counted what is counted, in words
 */
public record Occasion(String name, double once, double monthly, String counted) {

    /** Of a native program, compressed: docs/benchmarks.md has 31 to 40. */
    private static final double GIGABYTES_PER_ZIP = 0.035;

    private static final int STACKS = 8;
    private static final double MIGRATION_SECONDS = 60;
    private static final double MIGRATION_GIGABYTES = 0.5;
    private static final double AWAKE_FOR_MIGRATION_HOURS = 1;
    private static final double RESTORE_HOURS = 4;
    private static final double OLD_CLUSTER_DAYS = 7;

    public static List<Occasion> of(PriceTable prices, Inventory inventory, Workload workload) {
        Assumptions assumptions = workload.assumptions();
        return List.of(
                upgrade(prices, inventory),
                goingBack(prices, inventory),
                restore(prices, inventory, assumptions),
                tearDown(prices, inventory, workload));
    }

    private static Occasion upgrade(PriceTable prices, Inventory inventory) {
        int zips = inventory.functions().size();
        double awake = inventory
                .database()
                .filter(database -> database.pauseAfterSeconds() > 0)
                .map(database -> database.instances()
                        * CostModel.LEAST_CAPACITY
                        * AWAKE_FOR_MIGRATION_HOURS
                        * prices.dollars("aurora.acu_hour"))
                .orElse(0.0);
        double migration = MIGRATION_SECONDS * MIGRATION_GIGABYTES * prices.dollars("lambda.gb_second.arm64");
        return new Occasion(
                "a release, or the first deployment",
                awake + migration + (zips + STACKS) * prices.dollars("s3.put"),
                zips * GIGABYTES_PER_ZIP * prices.dollars("s3.storage"),
                "%d zips of %.0f MB, kept; a migration of %.0f s, for which a database that sleeps is awake for an hour"
                        .formatted(zips, GIGABYTES_PER_ZIP * 1000, MIGRATION_SECONDS));
    }

    private static Occasion goingBack(PriceTable prices, Inventory inventory) {
        int zips = inventory.functions().size();
        return new Occasion(
                "going back a release",
                (zips + STACKS) * prices.dollars("s3.put"),
                zips * GIGABYTES_PER_ZIP * prices.dollars("s3.storage"),
                "%d zips, built anew and kept; nothing is migrated".formatted(zips));
    }

    private static Occasion restore(PriceTable prices, Inventory inventory, Assumptions assumptions) {
        double capacity = inventory.database().isPresent()
                ? RESTORE_HOURS * assumptions.busyCapacity() * prices.dollars("aurora.acu_hour")
                : 0;
        double old = inventory
                .database()
                .map(database -> database.instances()
                        * database.minCapacity()
                        * OLD_CLUSTER_DAYS
                        * 24
                        * prices.dollars("aurora.acu_hour"))
                .orElse(0.0);
        double storage = inventory.database().isPresent()
                ? assumptions.storedGigabytes() * prices.dollars("aurora.storage") * OLD_CLUSTER_DAYS / SampleMonth.DAYS
                : 0;
        return new Occasion(
                "a restore",
                capacity + old + storage,
                0,
                "a second cluster at %s ACU for %.0f hours, then the old one at its least for %.0f days, %.0f GB of which all differs"
                        .formatted(
                                assumptions.busyCapacity(),
                                RESTORE_HOURS,
                                OLD_CLUSTER_DAYS,
                                assumptions.storedGigabytes()));
    }

    private static Occasion tearDown(PriceTable prices, Inventory inventory, Workload workload) {
        Optional<DatabaseSize> database = inventory.database();
        double snapshot =
                database.isPresent() ? workload.assumptions().storedGigabytes() * prices.dollars("aurora.backup") : 0;
        double objects = inventory.keptBuckets() > 0
                ? CostModel.storedAnswersGigabytes(workload) * prices.dollars("s3.storage")
                : 0;
        return new Occasion(
                "taking it down",
                0,
                inventory.keptKeys() * prices.dollars("key.month") + snapshot + objects,
                "%d key(s), the last snapshot of %.0f GB%s"
                        .formatted(
                                inventory.keptKeys(),
                                database.isPresent() ? workload.assumptions().storedGigabytes() : 0,
                                inventory.keptBuckets() > 0 ? ", a year's raw answers" : ""));
    }
}
