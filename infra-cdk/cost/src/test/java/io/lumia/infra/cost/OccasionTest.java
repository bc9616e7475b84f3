package io.lumia.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Inventory.FunctionSize;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of docs/deploy.md, by a pocket calculator and the price table. */
class OccasionTest {

    private static final PriceTable PRICES = PriceTable.ofUsEast1();
    private static final Workload USUAL = Workload.of(4_000, 100_000);

    @Test
    void aReleaseWakesTheDatabaseAndLeavesItsZips() {
        Occasion release = occasion("a release, or the first deployment", inventory(600, 1, 0));

        // Half a unit for an hour at 0.12 dollars; 60 s of half a GB; 17 zips of 0.035 GB at 0.023 dollars a month.
        assertThat(release.once()).isCloseTo(0.06 + 30 * 0.0000133334 + 25 * 0.000005, within(1e-6));
        assertThat(release.monthly()).isCloseTo(17 * 0.035 * 0.023, within(1e-6));
    }

    @Test
    void aDatabaseThatNeverSleepsIsNotWokenForARelease() {
        assertThat(occasion("a release, or the first deployment", inventory(0, 1, 0))
                        .once())
                .isLessThan(0.001);
    }

    @Test
    void goingBackCostsNothingWorthMentioning() {
        Occasion back = occasion("going back a release", inventory(600, 1, 0));

        // 17 zips and 8 templates are uploaded.
        assertThat(back.once()).isCloseTo(25 * 0.000005, within(1e-9));
        assertThat(back.monthly()).isCloseTo(17 * 0.035 * 0.023, within(1e-6));
    }

    @Test
    void aRestoreIsASecondClusterForSomeHoursAndTheOldOneForAWeek() {
        // 4 hours at 2 units of 0.12 dollars; 20 GB at 0.10 dollars for 7 of 30 days.
        assertThat(occasion("a restore", inventory(600, 1, 0)).once())
                .isCloseTo(0.96 + 20 * 0.10 * 7 / 30, within(1e-6));
    }

    /** Stage alwayson: 168 hours more of two instances at half a unit. */
    @Test
    void anOldClusterThatNeverSleepsIsPaidWhileItIsStillThere() {
        DatabaseSize awake = new DatabaseSize(2, 0.5, 4, 0, 14);

        assertThat(occasion("a restore", inventory(awake, 1, 0)).once())
                .isCloseTo(0.96 + 2 * 0.5 * 168 * 0.12 + 20 * 0.10 * 7 / 30, within(1e-6));
    }

    @Test
    void whatStaysAfterTakingItDownIsKeysSnapshotAndWhatIsKept() {
        // A dollar a key; 20 GB at 0.021 dollars; 4,000 assets on 21 sessions in 12 months, 20 KB each, at 0.023
        // dollars.
        assertThat(occasion("taking it down", inventory(600, 1, 0)).monthly()).isCloseTo(1 + 0.42, within(1e-6));
        assertThat(occasion("taking it down", inventory(600, 2, 1)).monthly())
                .isCloseTo(2 + 0.42 + 20.16 * 0.023, within(1e-6));
    }

    private static Occasion occasion(String name, Inventory inventory) {
        return Occasion.of(PRICES, inventory, USUAL).stream()
                .filter(occasion -> occasion.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Inventory inventory(int pauseAfterSeconds, int keptKeys, int keptBuckets) {
        return inventory(new DatabaseSize(1, 0, 2, pauseAfterSeconds, 14), keptKeys, keptBuckets);
    }

    private static Inventory inventory(DatabaseSize database, int keptKeys, int keptBuckets) {
        List<FunctionSize> functions = IntStream.range(0, 17)
                .mapToObj(number -> new FunctionSize("function-" + number, 512, "arm64"))
                .toList();
        return new Inventory(
                functions,
                0,
                0,
                0,
                Optional.of(database),
                List.of(),
                0,
                0,
                keptKeys,
                keptKeys,
                keptBuckets,
                0,
                0,
                0,
                0);
    }
}
