package io.lumia.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Inventory.FunctionSize;
import io.lumia.infra.cost.Inventory.Tick;
import io.lumia.infra.cost.MonthlyBill.Line;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.CronSchedule;
import io.lumia.platform.metrics.PaidSeries;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers that can be checked with a pocket calculator and the price table. */
class CostModelTest {

    private static final PriceTable PRICES = PriceTable.ofUsEast1();
    private static final DatabaseSize NEVER_SLEEPS = new DatabaseSize(2, 1, 8, 0, 14);
    private static final DatabaseSize MAY_SLEEP = new DatabaseSize(1, 0, 8, 600, 14);
    private static final Workload IDLE = Workload.of(1, 0);

    @Test
    void anAlwaysOnDatabaseIsPaidByTheHourAndInstance() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of()), IDLE);

        // 2 instances, 709 hours at 1 unit and 21 hours of collection at 2 units, 0.12 dollars each.
        assertThat(line(bill, "aurora.acu_hour").dollars()).isCloseTo(2 * (709 + 42) * 0.12, within(0.001));
        assertThat(bill.databaseAwakeHours()).isEqualTo(730);
    }

    @Test
    void aDatabaseThatMaySleepIsPaidWhileItIsAwake() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), IDLE);

        // 22 weekdays of an hour's collection and ten minutes until it pauses, scaled from 720 to 730 hours; one minute
        // more each.
        assertThat(bill.databaseAwakeHours()).isCloseTo(22 * 70 / 60.0 * 730 / 720, within(0.5));
    }

    @Test
    void aTickThatComesBeforeThePauseKeepsItAwakeForEver() {
        CronSchedule everyFiveMinutes = CronSchedule.parse("cron(0/5 * * * ? *)", "UTC");
        CronSchedule everyHour = CronSchedule.parse("cron(0 * * * ? *)", "UTC");

        double often = CostModel.bill(
                        PRICES, inventory(MAY_SLEEP, 0, List.of(new Tick(everyFiveMinutes, "load"))), IDLE)
                .databaseAwakeHours();
        double seldom = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of(new Tick(everyHour, "load"))), IDLE)
                .databaseAwakeHours();

        assertThat(often).isCloseTo(730, within(0.5));
        assertThat(seldom).isBetween(130.0, 165.0);
    }

    @Test
    void requestsWakeTheDatabaseInTheHoursInWhichPeopleAsk() {
        double few = awake(Workload.of(1, 210));
        double many = awake(Workload.of(1, 100_000));

        // 210 requests are one an hour of reading: eleven minutes each. Many keep it awake for 10 hours of 22 days.
        assertThat(few).isBetween(50.0, 75.0);
        assertThat(many).isCloseTo((10 + 10 / 60.0 + 1) * 22 * 730 / 720, within(8.0));
    }

    @Test
    void aNatGatewayIsPaidByTheHourWithItsAddress() {
        MonthlyBill without = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of()), IDLE);
        MonthlyBill with = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 1, List.of()), IDLE);

        assertThat(with.totalDollars() - without.totalDollars()).isCloseTo(730 * (0.045 + 0.005), within(0.01));
    }

    @Test
    void ourOwnMetricsArePaidByNameAndDimensionBeyondTen() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), IDLE);

        assertThat(line(bill, "metric.month").units()).isEqualTo(PaidSeries.most());
        assertThat(line(bill, "metric.month").dollars()).isCloseTo((PaidSeries.most() - 10) * 0.30, within(0.001));
    }

    @Test
    void requestsArePaidOneByOneAndFunctionsBeyondWhatIsFree() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of()), Workload.of(1, 20_000_000));

        // 20 million at 3.50 dollars a million; 0.05 s of 0.5 GB each, 400,000 GB-seconds free.
        assertThat(line(bill, "api.request").dollars()).isCloseTo(70, within(0.001));
        assertThat(line(bill, "lambda.gb_second.arm64").dollars())
                .isCloseTo((20_000_000 * 0.05 * 0.5 - 400_000) * 0.0000133334, within(0.001));
    }

    @Test
    void theDearestComesFirstAndDominates() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of()), IDLE);

        assertThat(bill.lines().getFirst().item()).isEqualTo("aurora.acu_hour");
        assertThat(bill.dominating(0.8)).extracting(Line::item).containsExactly("aurora.acu_hour");
        assertThat(bill.mentioned()).allMatch(line -> line.dollars() >= 0.005);
        assertThat(bill.lines().stream().mapToDouble(Line::dollars).sum()).isEqualTo(bill.totalDollars());
    }

    @Test
    void refusesAWorkloadThatIsNone() {
        assertThatThrownBy(() -> Workload.of(0, 1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("assets");
        assertThatThrownBy(() -> Workload.of(1, -1))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("requests");
    }

    private static double awake(Workload workload) {
        return CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), workload)
                .databaseAwakeHours();
    }

    /** 100,000 requests at all hours are 139 an hour: the database, which sleeps after ten minutes, never does. */
    @Test
    void requestsAtAllHoursKeepTheDatabaseAwakeForEver() {
        Workload spread = Workload.of(1, 100_000).aroundTheClock();
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), spread);

        // 709 hours at half a unit and 21 hours of collection at 2 units, 0.12 dollars each.
        assertThat(bill.databaseAwakeHours()).isCloseTo(730, within(0.5));
        assertThat(line(bill, "aurora.acu_hour").dollars()).isCloseTo((709 * 0.5 + 21 * 2) * 0.12, within(0.05));
    }

    @Test
    void fewRequestsAtAllHoursWakeItOneByOne() {
        double hours = awake(Workload.of(1, 720).aroundTheClock());

        // 720 are one an hour: 11 minutes each of 720 hours, and on 22 days an hour of collection less what overlaps.
        assertThat(hours).isCloseTo((720 * 11 / 60.0 + 22 * 50 / 60.0) * 730 / 720, within(4.0));
    }

    @Test
    void aTickRunsItsFunctionAndIsPaidAsACallAndAMessage() {
        CronSchedule everyHour = CronSchedule.parse("cron(0 * * * ? *)", "UTC");
        MonthlyBill without = CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of()), IDLE);
        MonthlyBill with =
                CostModel.bill(PRICES, inventory(NEVER_SLEEPS, 0, List.of(new Tick(everyHour, "market-api"))), IDLE);

        // 730 times 2 seconds of 0.5 GB; three requests for a message.
        assertThat(units(with, "scheduler.call") - units(without, "scheduler.call"))
                .isCloseTo(730, within(0.01));
        assertThat(units(with, "lambda.gb_second.arm64") - units(without, "lambda.gb_second.arm64"))
                .isCloseTo(730 * 2 * 0.5, within(0.01));
        assertThat(units(with, "lambda.request") - units(without, "lambda.request"))
                .isCloseTo(730, within(0.01));
        assertThat(units(with, "sqs.request") - units(without, "sqs.request")).isCloseTo(3 * 730, within(0.01));
    }

    @Test
    void backupsArePaidByWhatChangedInTheDaysThatTheyCover() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), IDLE);

        // 0.2 GB a day for 14 days at 0.021 dollars.
        assertThat(line(bill, "aurora.backup").dollars()).isCloseTo(0.2 * 14 * 0.021, within(0.0001));
    }

    @Test
    void theArchiveIsPaidByWhatGoesInAndByWhatLiesThere() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), Workload.of(4_000, 0));

        // 4,000 assets on 21 sessions, two events of 1 KB each: 0.168 GB; 14 days of 30 lie there.
        assertThat(line(bill, "events.archive").dollars()).isCloseTo(0.168 * 0.10, within(0.0001));
        assertThat(line(bill, "events.archived").dollars()).isCloseTo(0.168 * 14 / 30 * 0.023, within(0.0001));
    }

    @Test
    void theSiteIsFreeUntilItIsMuchAskedFor() {
        MonthlyBill usual = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), Workload.of(1, 100_000));
        MonthlyBill busy = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of()), Workload.of(1, 100_000_000));

        // Half a file of 30 KB for each request: 50 million and 1,500 GB; 10 million and 1,000 GB are free.
        assertThat(line(usual, "site.gb").dollars()).isZero();
        assertThat(line(busy, "site.request").dollars()).isCloseTo(40, within(0.001));
        assertThat(line(busy, "site.gb").dollars()).isCloseTo(500 * 0.085, within(0.001));
    }

    /** Whoever adds a price uses it, and the other way round. */
    @Test
    void everyPriceIsUsed() {
        MonthlyBill bill = CostModel.bill(PRICES, inventory(MAY_SLEEP, 1, List.of()), Workload.of(1, 100_000));

        assertThat(bill.lines())
                .extracting(Line::item)
                .containsAll(PRICES.prices().keySet().stream()
                        .filter(item -> !item.equals("lambda.gb_second.x86_64"))
                        .filter(item -> !item.equals("scheduler.call"))
                        .toList());
    }

    private static double units(MonthlyBill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .mapToDouble(Line::units)
                .sum();
    }

    private static Inventory inventory(DatabaseSize database, int natGateways, List<Tick> ticks) {
        return new Inventory(
                List.of(new FunctionSize("market-api", 512, "arm64"), new FunctionSize("load", 1536, "arm64")),
                0,
                natGateways,
                0,
                Optional.of(database),
                ticks,
                0,
                0,
                2,
                2,
                1,
                0,
                14,
                1,
                0);
    }

    private static Line line(MonthlyBill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
