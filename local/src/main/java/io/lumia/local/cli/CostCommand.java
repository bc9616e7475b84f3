package io.lumia.local.cli;

import io.lumia.infra.cost.CostModel;
import io.lumia.infra.cost.Inventory;
import io.lumia.infra.cost.MonthlyBill;
import io.lumia.infra.cost.MonthlyBill.Line;
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
        Map<String, MonthlyBill> bills = new LinkedHashMap<>();
        inventories().forEach((stage, inventory) -> bills.put(stage, CostModel.bill(prices, inventory, workload)));
        print(document(prices, bills), () -> show(prices, workload, bills));
        return ExitCodes.DONE;
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

    private Map<String, Object> document(PriceTable prices, Map<String, MonthlyBill> bills) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("region", prices.region());
        document.put("prices_as_of", prices.asOf());
        document.put("currency", "USD");
        document.put("assets", assets);
        document.put("requests", requests);
        document.put("stages", bills.entrySet().stream().map(CostCommand::entry).toList());
        return document;
    }

    private static Map<String, Object> entry(Map.Entry<String, MonthlyBill> stage) {
        MonthlyBill bill = stage.getValue();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("stage", stage.getKey());
        entry.put("total", bill.totalDollars());
        entry.put("database_awake_hours", bill.databaseAwakeHours());
        entry.put(
                "dominating",
                bill.dominating(DOMINATING).stream().map(Line::item).toList());
        entry.put("lines", bill.mentioned());
        return entry;
    }

    private void show(PriceTable prices, Workload workload, Map<String, MonthlyBill> bills) {
        bills.forEach(this::show);
        out().println("For %,d assets and %,d requests a month; list prices of %s as of %s, without tax."
                .formatted(assets, requests, prices.region(), prices.asOf()));
        out().println(
                        "Prices were entered by hand: check them. Assumed, not measured: %s s for a request, %s GB stored,"
                                .formatted(
                                        workload.assumptions().secondsPerRequest(),
                                        workload.assumptions().storedGigabytes()));
        out().println(
                        "%s h of collection a session, people asking for %s h of it. infra-cdk/README.md says what is left out."
                                .formatted(
                                        workload.assumptions().collectionHours(),
                                        workload.assumptions().readingHours()));
    }

    private void show(String stage, MonthlyBill bill) {
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
