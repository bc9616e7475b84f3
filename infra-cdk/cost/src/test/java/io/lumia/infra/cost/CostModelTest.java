package io.lumia.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Inventory.FunctionSize;
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
    private static final DatabaseSize NEVER_SLEEPS = new DatabaseSize(2, 1, 8, 0);
    private static final DatabaseSize MAY_SLEEP = new DatabaseSize(1, 0, 8, 600);
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

        double often = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of(everyFiveMinutes)), IDLE)
                .databaseAwakeHours();
        double seldom = CostModel.bill(PRICES, inventory(MAY_SLEEP, 0, List.of(everyHour)), IDLE)
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

    private static Inventory inventory(DatabaseSize database, int natGateways, List<CronSchedule> ticks) {
        return new Inventory(
                List.of(new FunctionSize("market-api", 512, "arm64"), new FunctionSize("load", 1536, "arm64")),
                0,
                natGateways,
                0,
                Optional.of(database),
                ticks,
                0,
                0,
                0,
                0,
                0);
    }

    private static Line line(MonthlyBill bill, String item) {
        return bill.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .orElseThrow();
    }
}
