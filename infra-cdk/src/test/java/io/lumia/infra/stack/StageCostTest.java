package io.lumia.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.infra.cost.CostModel;
import io.lumia.infra.cost.Inventory;
import io.lumia.infra.cost.Inventory.FunctionSize;
import io.lumia.infra.cost.Inventory.Tick;
import io.lumia.infra.cost.MonthlyBill;
import io.lumia.infra.cost.MonthlyBill.Line;
import io.lumia.infra.cost.PriceTable;
import io.lumia.infra.cost.Workload;
import io.lumia.kernel.AppException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the synthesised stages cost by the model: 4,000 assets and 100,000 requests a month. */
class StageCostTest {

    private static final Workload USUAL = Workload.of(4_000, 100_000);

    private final Templates dev = Templates.ofRepository("dev");
    private final Templates full = Templates.ofSamples("full");

    @Test
    void countsWhatTheTemplatesAskFor() {
        Inventory inventory = Inventory.read(dev.assembly(), "dev");

        assertThat(inventory.functions()).hasSize(dev.functions().size());
        assertThat(inventory.natGateways()).isZero();
        assertThat(inventory.endpointZones()).isZero();
        assertThat(inventory.database()).hasValueSatisfying(database -> {
            assertThat(database.instances()).isEqualTo(1);
            assertThat(database.pauseAfterSeconds()).isEqualTo(600);
            assertThat(database.backupDays()).isEqualTo(14);
        });
        assertThat(inventory.alarms())
                .isEqualTo(dev.ofType("AWS::CloudWatch::Alarm").size());
    }

    @Test
    void countsAnInterfaceEndpointOnceAZone() {
        Inventory inventory = Inventory.read(full.assembly(), "full");

        assertThat(inventory.endpointZones()).isEqualTo(5 * 2);
        assertThat(inventory.natGateways()).isEqualTo(1);
        assertThat(inventory.firewallRules()).isEqualTo(3);
    }

    @Test
    void theDefaultStaysUnderFiftyDollarsAMonth() {
        MonthlyBill bill = bill(dev, "dev");

        assertThat(bill.totalDollars()).as(shown(bill)).isLessThan(50);
        assertThat(bill.dominating(0.5)).first().extracting(Line::item).isEqualTo("aurora.acu_hour");
    }

    /** The goal rests on when people ask: at all hours, the database never sleeps. */
    @Test
    void theDefaultIsAboveTheGoalWhereRequestsComeAtAllHours() {
        MonthlyBill bill = aroundTheClock(dev, "dev");

        assertThat(bill.databaseAwakeHours()).isGreaterThan(729);
        assertThat(bill.totalDollars()).as(shown(bill)).isBetween(60.0, 80.0);
    }

    /** The README's table, rounded to dollars. */
    @Test
    void theReadmeSaysWhatTheModelReckons() throws IOException {
        Templates alwaysOn = Templates.ofRepository("alwayson");
        String readme = Files.readString(Templates.MODULE.resolve("README.md"));

        assertThat(readme)
                .contains("| `dev` | %.0f | **%.0f** |"
                        .formatted(
                                bill(dev, "dev").totalDollars(),
                                aroundTheClock(dev, "dev").totalDollars()))
                .contains("%.0f of 730 hours".formatted(bill(dev, "dev").databaseAwakeHours()))
                .contains("| `alwayson` | %.0f | %.0f |"
                        .formatted(
                                bill(alwaysOn, "alwayson").totalDollars(),
                                aroundTheClock(alwaysOn, "alwayson").totalDollars()));
    }

    @Test
    void everyTickIsOfAFunctionThatIsThere() {
        Inventory inventory = Inventory.read(dev.assembly(), "dev");

        assertThat(inventory.ticks())
                .hasSize(dev.ofType("AWS::Scheduler::Schedule").size());
        assertThat(inventory.functions())
                .extracting(FunctionSize::name)
                .containsAll(inventory.ticks().stream().map(Tick::function).toList());
    }

    @Test
    void countsWhatStaysWhenAStageIsTakenDown() {
        Inventory lasting = Inventory.read(full.assembly(), "full");
        Inventory passing = Inventory.read(dev.assembly(), "dev");

        assertThat(passing.keptKeys()).isEqualTo(1);
        assertThat(passing.keptBuckets()).isZero();
        assertThat(passing.archiveDays()).isEqualTo(14);
        assertThat(passing.distributions()).isEqualTo(1);
        assertThat(lasting.keptKeys()).as("and that of accounts").isEqualTo(2);
        assertThat(lasting.keptBuckets()).isPositive();
    }

    @Test
    void whatIsAlwaysOnCostsManyTimesThat() {
        MonthlyBill bill = bill(full, "full");

        assertThat(bill.totalDollars())
                .as(shown(bill))
                .isGreaterThan(3 * bill(dev, "dev").totalDollars());
        assertThat(bill.mentioned()).extracting(Line::item).contains("nat.hour", "endpoint.hour", "firewall.list");
    }

    @Test
    void refusesAStageThatWasNotSynthesised() {
        assertThatThrownBy(() -> Inventory.read(dev.assembly(), "prod"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("prod");
    }

    private static MonthlyBill aroundTheClock(Templates templates, String stage) {
        return CostModel.bill(
                PriceTable.ofUsEast1(), Inventory.read(templates.assembly(), stage), USUAL.aroundTheClock());
    }

    private static MonthlyBill bill(Templates templates, String stage) {
        return CostModel.bill(PriceTable.ofUsEast1(), Inventory.read(templates.assembly(), stage), USUAL);
    }

    private static String shown(MonthlyBill bill) {
        return bill.mentioned().stream()
                .map(line -> "%s %.2f".formatted(line.item(), line.dollars()))
                .collect(Collectors.joining(", "));
    }
}
