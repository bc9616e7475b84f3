package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.BarFlag;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.check.ActionChecks;
import io.lumia.market.check.BarBatch;
import io.lumia.market.check.BarChecks;
import io.lumia.market.check.Checked;
import io.lumia.market.check.Completeness;
import io.lumia.market.check.Finding;
import io.lumia.market.check.FundamentalChecks;
import io.lumia.market.check.ObservationChecks;
import io.lumia.market.check.SymbolRouting;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.RawAnswer;
import io.lumia.market.provider.bundle.BundleReport.AssetVerdict;
import io.lumia.market.provider.bundle.BundleReport.FileReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Tells the maker of a bundle what we would make of it, without a database: every row of every table is read and judged as
 * on loading, a hundred symbols at a time; articles without what the news domain makes of their words.
 */
public final class BundleCheck {

    private static final int SYMBOLS_AT_A_TIME = 100;
    private static final LocalDate UNKNOWN_BEGINNING = LocalDate.of(1, 1, 1);

    private final OpenBundle bundle;
    private final List<FileReport> files = new ArrayList<>();
    private final List<AssetVerdict> verdicts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Symbol, List<SymbolHolder>> holders = new HashMap<>();
    private final Map<Asset, List<CorporateAction>> actions = new HashMap<>();

    private BundleCheck(OpenBundle bundle) {
        this.bundle = bundle;
    }

    /** Never fails on what is in the bundle: that is in the report's errors. */
    public static BundleReport check(String location) {
        List<String> errors = new ArrayList<>();
        try {
            BundleFiles found = BundleFiles.at(location);
            errors.addAll(ManifestSchema.violations(new String(found.manifest(), StandardCharsets.UTF_8)));
            try (OpenBundle open = OpenBundle.open(found)) {
                return new BundleCheck(open).report(location, errors);
            }
        } catch (AppException e) {
            errors.add(String.valueOf(e.getMessage()));
            return new BundleReport(location, null, null, null, errors, List.of(), List.of(), List.of(), List.of());
        }
    }

    private BundleReport report(String location, List<String> errors) {
        warnings.addAll(bundle.manifest().warnings());
        attempt(errors, this::checkAssets);
        attempt(
                errors,
                () -> checkDated(
                        BundleFile.ACTIONS, ParsedAnswer::actions, CorporateAction::exDate, this::judgeActions));
        attempt(errors, () -> checkDated(BundleFile.BARS, ParsedAnswer::bars, DailyBar::date, this::judgeBars));
        attempt(
                errors,
                () -> checkDated(
                        BundleFile.OBSERVATIONS,
                        ParsedAnswer::observations,
                        observation -> observation.date(),
                        (asset, rows) -> ObservationChecks.check(rows, bundle.lastKnown())));
        attempt(
                errors,
                () -> checkDated(
                        BundleFile.FUNDAMENTALS,
                        ParsedAnswer::fundamentals,
                        fundamental -> fundamental.periodEnd(),
                        (asset, rows) -> FundamentalChecks.check(rows, bundle.lastKnown())));
        attempt(errors, this::checkArticles);
        return new BundleReport(
                location,
                bundle.source().name(),
                bundle.source().asOf().toString(),
                bundle.source().priceBasis().code(),
                errors,
                warnings,
                files,
                verdicts,
                findings);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A table that cannot be read at all must not keep us from the others. */
    private static void attempt(List<String> errors, Step step) {
        try {
            step.run();
        } catch (AppException e) {
            errors.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            errors.add("a file cannot be read: " + e.getMessage());
        }
    }

    private void checkAssets() throws IOException {
        for (FileIndex index : bundle.indexes(Dataset.ASSETS)) {
            warnings.addAll(OpenBundle.unknownColumns(index.header()));
            FileTally tally = new FileTally(index);
            ParsedAnswer answer = read(index, index.symbols());
            answer.assets().forEach(this::addHolder);
            tally.acceptUndated(answer.assets().size());
            tally.reject(answer.rejected());
            files.add(tally.report());
        }
        bundle.index(BundleFile.ASSETS).ifPresent(assets -> warnings.addAll(new UnknownExchanges(assets).warnings()));
    }

    private void addHolder(AssetDefinition definition) {
        int key = holders.size() + 1;
        Asset asset = new Asset(key, new AssetId(new UUID(0, key)), AssetStatus.ACTIVE, definition);
        LocalDate first = definition.firstDate() == null ? UNKNOWN_BEGINNING : definition.firstDate();
        holders.computeIfAbsent(definition.symbol(), symbol -> new ArrayList<>())
                .add(new SymbolHolder(asset, first, definition.lastDate()));
    }

    private <T> void checkDated(
            BundleFile file,
            Function<ParsedAnswer, List<Row<T>>> rowsOf,
            Function<T, LocalDate> dateOf,
            BiFunction<Asset, List<Row<T>>, Checked<T>> judge)
            throws IOException {
        FileIndex index = bundle.index(file).orElse(null);
        if (index == null) {
            return;
        }
        warnings.addAll(OpenBundle.unknownColumns(index.header()));
        FileTally tally = new FileTally(index);
        List<String> symbols = index.symbols();
        for (int i = 0; i < symbols.size(); i += SYMBOLS_AT_A_TIME) {
            ParsedAnswer answer = read(index, symbols.subList(i, Math.min(i + SYMBOLS_AT_A_TIME, symbols.size())));
            tally.reject(answer.rejected());
            SymbolRouting<T> routing = SymbolRouting.route(rowsOf.apply(answer), holders, dateOf);
            tally.reject(routing.rejected());
            routing.rows().forEach((asset, rows) -> {
                Checked<T> checked = judge.apply(asset, rows);
                checked.accepted().forEach(fact -> tally.accept(dateOf.apply(fact)));
                tally.reject(checked.rejected());
                findings.addAll(checked.findings());
            });
        }
        files.add(tally.report());
    }

    private Checked<CorporateAction> judgeActions(Asset asset, List<Row<CorporateAction>> rows) {
        Checked<CorporateAction> checked = ActionChecks.check(rows, Map.of(), bundle.lastKnown());
        actions.put(asset, checked.accepted());
        return checked;
    }

    private Checked<DailyBar> judgeBars(Asset asset, List<Row<DailyBar>> rows) {
        Checked<DailyBar> checked = BarChecks.check(new BarBatch(
                asset, rows, List.of(), 0, actions.getOrDefault(asset, List.of()), bundle.source(), lastClosed(asset)));
        boolean flagged = checked.accepted().stream().anyMatch(bar -> bar.flags() != 0);
        if (flagged || !checked.rejected().isEmpty()) {
            verdicts.add(verdict(asset, checked));
        }
        return checked;
    }

    private LocalDate lastClosed(Asset asset) {
        ExchangeCalendar calendar = ExchangeCalendar.of(asset.definition());
        return calendar.lastClosedSession(AsOf.of(bundle.source().asOf()));
    }

    private static AssetVerdict verdict(Asset asset, Checked<DailyBar> checked) {
        Map<String, Long> setAside = new TreeMap<>();
        for (Rejected rejected : checked.rejected()) {
            setAside.merge(rejected.reason().code(), 1L, Long::sum);
        }
        Map<String, Long> flags = new TreeMap<>();
        for (DailyBar bar : checked.accepted()) {
            BarFlag.of(bar.flags()).forEach(flag -> flags.merge(flag.code(), 1L, Long::sum));
        }
        List<LocalDate> dates = checked.accepted().stream().map(DailyBar::date).toList();
        double completeness = dates.isEmpty()
                ? 0
                : Completeness.of(asset.definition(), dates.getFirst(), dates.getLast(), dates)
                        .ratio();
        return new AssetVerdict(
                asset.definition().symbol().value(),
                dates.size(),
                setAside,
                flags,
                dates.isEmpty() ? "" : dates.getFirst().toString(),
                dates.isEmpty() ? "" : dates.getLast().toString(),
                completeness);
    }

    private void checkArticles() throws IOException {
        FileIndex index = bundle.index(BundleFile.ARTICLES).orElse(null);
        if (index == null) {
            return;
        }
        warnings.addAll(OpenBundle.unknownColumns(index.header()));
        FileTally tally = new FileTally(index);
        ParsedAnswer answer = read(index, index.symbols());
        tally.reject(answer.rejected());
        for (Row<ReceivedArticle> row : answer.articles()) {
            LocalDate published = row.value().published().date();
            if (published.isAfter(bundle.lastKnown())) {
                tally.reject(List.of(future(row, published)));
            } else {
                tally.accept(published);
            }
        }
        files.add(tally.report());
    }

    private Rejected future(Row<ReceivedArticle> row, LocalDate published) {
        return new Rejected(
                row.line(),
                row.symbol(),
                published,
                QuarantineReason.FUTURE_DATE,
                row.raw(),
                "published on %s; allowed: up to %s".formatted(published, bundle.lastKnown()));
    }

    private ParsedAnswer read(FileIndex index, List<String> symbols) throws IOException {
        RawRows rows = new RawRows();
        rows.add(index, symbols, null, bundle.lastKnown(), bundle.lastKnown());
        Dataset dataset = index.header().file().dataset();
        return RawRows.read(new RawAnswer(dataset, bundle.source(), "text/csv", rows.content()));
    }
}
