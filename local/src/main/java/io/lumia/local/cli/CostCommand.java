package io.lumia.local.cli;

import io.lumia.infra.cost.CostModel;
import io.lumia.infra.cost.Inventory;
import io.lumia.infra.cost.MonthlyBill;
import io.lumia.infra.cost.MonthlyBill.Line;
import io.lumia.infra.cost.Occasion;
import io.lumia.infra.cost.PriceTable;
import io.lumia.infra.cost.Workload;
import io.lumia.kernel.AppException;
import io.lumia.local.cloud.Synthesis;
import io.lumia.local.text.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what stages would cost a month on AWS. */
@Command(
        name = "cost",
        description = {
            "Say what stages would cost a month on AWS, from their synthesised templates and a table of list prices.",
            "Works offline. Templates are written by infra-cdk, which needs node; the first time builds it."
        },
        mixinStandardHelpOptions = true)
final class CostCommand extends LumiaCommand {

    /** What dominates is the least that makes up so much of a bill. */
    private static final double DOMINATING = 0.8;

    @Option(names = "--assets", defaultValue = "4000", description = "Collected on every session (default 4000).")
    private int assets = 4_000;

    @Option(names = "--requests", defaultValue = "100000", description = "To the API in a month (default 100000).")
    private long requests = 100_000;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            split = ",",
            description = "A file of infra-cdk/stages, may be given more than once (default dev, which may sleep, and"
                    + " alwayson, which never does).")
    private List<String> stages = List.of("dev", "alwayson");

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Where 'cdk synth' wrote the stages' templates; without it they are written first.")
    private @Nullable Path templates;

    @Override
    int run() {
        Workload workload = Workload.of(assets, requests);
        PriceTable prices = PriceTable.ofUsEast1();
        Map<String, Costs> costs = new LinkedHashMap<>();
        inventories().forEach((stage, inventory) -> costs.put(stage, Costs.of(prices, inventory, workload)));
        print(document(prices, costs), () -> show(prices, workload, costs));
        return ExitCodes.DONE;
    }

    /**
     * What a stage costs.
     *
     * @param usual          with requests in the daytime of weekdays
     * @param aroundTheClock with the same requests at all hours of all days
     * @param occasions      what costs beside the months
     */
    private record Costs(MonthlyBill usual, MonthlyBill aroundTheClock, List<Occasion> occasions) {

        static Costs of(PriceTable prices, Inventory inventory, Workload workload) {
            return new Costs(
                    CostModel.bill(prices, inventory, workload),
                    CostModel.bill(prices, inventory, workload.aroundTheClock()),
                    Occasion.of(prices, inventory, workload));
        }
    }

    private Map<String, Inventory> inventories() {
        Map<String, Inventory> inventories = new LinkedHashMap<>();
        if (templates != null) {
            Path given = existing(templates);
            stages.forEach(stage -> inventories.put(stage, Inventory.read(given, stage)));
            return inventories;
        }
        Synthesis synthesis = new Synthesis(home(), home().resolve(".lumia/templates"), this::note);
        stages.forEach(synthesis::check);
        stages.forEach(stage -> inventories.put(stage, Inventory.read(synthesis.templates(stage), stage)));
        return inventories;
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw AppException.invalid("--templates", folder, "a folder that 'cdk synth' wrote");
        }
        return folder;
    }

    private Map<String, Object> document(PriceTable prices, Map<String, Costs> costs) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("region", prices.region());
        document.put("prices_written_on", prices.writtenOn());
        document.put("prices_source", prices.source());
        document.put("currency", "USD");
        document.put("assets", assets);
        document.put("requests", requests);
        document.put("stages", costs.entrySet().stream().map(CostCommand::entry).toList());
        return document;
    }

    private static Map<String, Object> entry(Map.Entry<String, Costs> stage) {
        MonthlyBill bill = stage.getValue().usual();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("stage", stage.getKey());
        entry.put("total", bill.totalDollars());
        entry.put("database_awake_hours", bill.databaseAwakeHours());
        entry.put("total_around_the_clock", stage.getValue().aroundTheClock().totalDollars());
        entry.put(
                "dominating",
                bill.dominating(DOMINATING).stream().map(Line::item).toList());
        entry.put("lines", bill.mentioned());
        entry.put("occasions", stage.getValue().occasions());
        return entry;
    }

    private void show(PriceTable prices, Workload workload, Map<String, Costs> costs) {
        costs.forEach(this::show);
        out().println("For %,d assets and %,d requests a month; list prices of %s without tax, written down on %s:"
                .formatted(assets, requests, prices.region(), prices.writtenOn()));
        out().println("%s.".formatted(prices.source()));
        out().println("Assumed, not measured: %s s for a request, %s GB stored, %s h of collection a session, requests"
                .formatted(
                        workload.assumptions().secondsPerRequest(),
                        workload.assumptions().storedGigabytes(),
                        workload.assumptions().collectionHours()));
        out().println("within %.0f hours of weekdays. infra-cdk/README.md says what is left out."
                .formatted(workload.asking().hours()));
    }

    private void show(String stage, Costs costs) {
        MonthlyBill bill = costs.usual();
        out().println("%s: %s dollars a month".formatted(stage, dollars(bill.totalDollars())));
        TextTable table = new TextTable("item", "dollars", "units", "of");
        bill.mentioned()
                .forEach(line -> table.row(
                        line.item(),
                        dollars(line.dollars()),
                        String.format(Locale.ROOT, "%,.0f", line.units()),
                        line.unit()));
        table.print(out());
        out().println("  Most of it: %s. The database is awake for %.0f of 730 hours."
                .formatted(mostOf(bill), bill.databaseAwakeHours()));
        out().println("  Were the requests spread over all hours of all days: %s dollars; awake for %.0f."
                .formatted(
                        dollars(costs.aroundTheClock().totalDollars()),
                        costs.aroundTheClock().databaseAwakeHours()));
        out().println("  Beside the months, in dollars:");
        costs.occasions().forEach(occasion -> out().println("    %s: %s, then %s a month; %s"
                .formatted(
                        occasion.name(), dollars(occasion.once()), dollars(occasion.monthly()), occasion.counted())));
        out().println();
    }

    private static String mostOf(MonthlyBill bill) {
        return bill.dominating(DOMINATING).stream()
                .map(line -> String.format(
                        Locale.ROOT, "%s (%.0f %%)", line.item(), 100 * line.dollars() / bill.totalDollars()))
                .collect(Collectors.joining(", "));
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }
}
