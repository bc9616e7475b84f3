package io.lumia.infra.cost;

import io.lumia.infra.cost.Inventory.DatabaseSize;
import io.lumia.infra.cost.Inventory.FunctionSize;
import io.lumia.infra.cost.Inventory.Tick;
import io.lumia.infra.cost.MonthlyBill.Line;
import io.lumia.infra.cost.PriceTable.Price;
import io.lumia.infra.cost.Workload.Assumptions;
import io.lumia.platform.metrics.PaidSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices times quantities: what is there by the hour or month, and what is used by its use. */
public final class CostModel {

    /** In an average month. */
    static final double HOURS = 730;

    private static final double BYTES_PER_GIGABYTE = 1e9;

    /** Aurora's least while it is awake. */
    static final double LEAST_CAPACITY = 0.5;

    /** A request may be counted on each of them: send, receive, delete. */
    private static final int CALLS_PER_MESSAGE = 3;

    private static final int EVENTS_PER_ANSWER = 2;

    private final PriceTable prices;
    private final Inventory inventory;
    private final Workload workload;
    private final Assumptions assumptions;
    private final Map<String, Double> units = new TreeMap<>();

    private CostModel(PriceTable prices, Inventory inventory, Workload workload) {
        this.prices = prices;
        this.inventory = inventory;
        this.workload = workload;
        this.assumptions = workload.assumptions();
    }

    public static MonthlyBill bill(PriceTable prices, Inventory inventory, Workload workload) {
        return new CostModel(prices, inventory, workload).bill();
    }

    private MonthlyBill bill() {
        double awake = inventory
                .database()
                .map(database -> AwakeHours.of(database, inventory.ticks(), workload))
                .orElse(0.0);
        addStanding();
        inventory.database().ifPresent(database -> addDatabase(database, awake));
        addFunctions();
        addTicks();
        addRequests();
        addSite();
        addCollection();
        return new MonthlyBill(awake, lines());
    }

    private void add(String item, double quantity) {
        units.merge(item, quantity, Double::sum);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        units.forEach((item, quantity) -> {
            Price price = prices.get(item);
            lines.add(new Line(item, quantity, price.unit(), price.of(quantity)));
        });
        return lines;
    }

    private void addStanding() {
        add("nat.hour", inventory.natGateways() * HOURS);
        add("address.hour", inventory.natGateways() * HOURS);
        add("endpoint.hour", inventory.endpointZones() * HOURS);
        add("alarm.month", inventory.alarms());
        add("dashboard.month", inventory.dashboards());
        add("key.month", inventory.keys());
        add("secret.month", inventory.secrets());
        add("firewall.list", inventory.firewallRules() > 0 ? 1 : 0);
        add("firewall.rule", inventory.firewallRules());
        // As if a month saw them all, hour by hour: CloudWatch bills the hours in which a metric is sent.
        add("metric.month", inventory.functions().isEmpty() ? 0 : PaidSeries.most());
        add("sqs.request", inventory.polledQueues() * (double) assumptions.pollsPerQueue());
    }

    private void addDatabase(DatabaseSize database, double awakeHours) {
        double idle = Math.max(LEAST_CAPACITY, database.minCapacity());
        double busy = Math.clamp(assumptions.busyCapacity(), idle, Math.max(idle, database.maxCapacity()));
        double busyHours = Math.min(awakeHours, assumptions.collectionHours() * assumptions.sessions());
        add("aurora.acu_hour", database.instances() * (idle * (awakeHours - busyHours) + busy * busyHours));
        add("aurora.storage", assumptions.storedGigabytes());
        // As much as the cluster holds is free, and what changed since is kept beside it.
        add("aurora.backup", assumptions.changedGigabytesPerDay() * database.backupDays());
        add("aurora.io", (double) assetSessions() * assumptions.databaseIoPerAsset());
    }

    private void addFunctions() {
        for (FunctionSize function : inventory.functions()) {
            double seconds = assumptions.secondsPerAsset().getOrDefault(function.name(), 0.0) * assetSessions();
            if (seconds > 0) {
                execute(function, (double) assetSessions(), seconds);
            }
        }
    }

    private void execute(FunctionSize function, double calls, double seconds) {
        add("lambda.request", calls);
        add("lambda.gb_second." + function.architecture(), seconds * function.gigabytes());
        add("logs.ingest", calls * assumptions.logBytesPerCall() / BYTES_PER_GIGABYTE);
    }

    /** Each runs its function, by a message where that has a queue. */
    private void addTicks() {
        for (Tick tick : inventory.ticks()) {
            double ticks = SampleMonth.minutesOf(tick.when()).length * HOURS / (SampleMonth.DAYS * 24);
            double seconds =
                    assumptions.secondsPerTick().getOrDefault(tick.function(), assumptions.secondsPerOtherTick());
            add("scheduler.call", ticks);
            add("sqs.request", CALLS_PER_MESSAGE * ticks);
            inventory.functions().stream()
                    .filter(function -> function.name().equals(tick.function()))
                    .forEach(function -> execute(function, ticks, ticks * seconds));
        }
    }

    /** Beside the API's requests: the site is files. */
    private void addSite() {
        double files = inventory.distributions() > 0 ? workload.requests() * assumptions.siteFilesPerRequest() : 0;
        add("site.request", files);
        add("site.gb", files * assumptions.bytesPerSiteFile() / BYTES_PER_GIGABYTE);
    }

    /** Every request runs the dearest of the API's functions and, where there is one, the authoriser before it. */
    private void addRequests() {
        double requests = workload.requests();
        inventory.functions().stream()
                .filter(function -> function.name().endsWith("-api"))
                .max((one, other) -> Integer.compare(one.memoryMegabytes(), other.memoryMegabytes()))
                .ifPresent(function -> execute(function, requests, requests * assumptions.secondsPerRequest()));
        inventory.functions().stream()
                .filter(function -> function.name().equals("authorize"))
                .forEach(function -> execute(function, requests, requests * assumptions.secondsPerRequest()));
        add("api.request", requests);
        add("transfer.gb", requests * assumptions.bytesPerRequest() / BYTES_PER_GIGABYTE);
        add("firewall.request", inventory.firewallRules() > 0 ? requests : 0);
    }

    private void addCollection() {
        double answers = assetSessions();
        add("s3.put", answers);
        add("s3.get", answers);
        add("s3.storage", storedAnswersGigabytes(workload));
        add("key.request", 2 * answers);
        add("sqs.request", CALLS_PER_MESSAGE * 2 * answers);
        add("events.event", EVENTS_PER_ANSWER * answers);
        double archived = inventory.archiveDays() > 0
                ? EVENTS_PER_ANSWER * answers * assumptions.bytesPerEvent() / BYTES_PER_GIGABYTE
                : 0;
        add("events.archive", archived);
        add("events.archived", archived * inventory.archiveDays() / SampleMonth.DAYS);
        add("nat.gb", inventory.natGateways() > 0 ? answers * assumptions.bytesPerAnswer() / BYTES_PER_GIGABYTE : 0);
    }

    private long assetSessions() {
        return assetSessions(workload);
    }

    /** Raw answers are kept for ever; a year of them is counted. */
    static double storedAnswersGigabytes(Workload workload) {
        return 12.0 * assetSessions(workload) * workload.assumptions().bytesPerAnswer() / BYTES_PER_GIGABYTE;
    }

    private static long assetSessions(Workload workload) {
        return (long) workload.assets() * workload.assumptions().sessions();
    }
}
