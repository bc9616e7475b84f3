package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCategory;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import io.lumia.market.provider.web.ReadsAnswers;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Facts from a bundle: a folder or zip of CSV files. A run asks for many slices of one bundle, so its files are indexed
 * once and remembered, by place, size and time of each file, for the last few bundles.
 *
 * <p>A request without a first date is answered with all rows up to the last date, and with the rows that no range of
 * days would ever ask for: malformed, without a date, or dated after the bundle's own as-of. So each bad row is seen
 * once.
 */
@ReadsAnswers
public final class BundleProvider implements MarketDataProvider, AutoCloseable {

    public static final String NAME = "bundle";

    private static final String CSV = "text/csv; charset=utf-8";
    private static final int MAX_OPEN_BUNDLES = 4;

    private final Map<String, OpenBundle> open = new LinkedHashMap<>(MAX_OPEN_BUNDLES, 0.75f, true);

    @Override
    public String name() {
        return NAME;
    }

    /** Fails with MALFORMED_BUNDLE, naming file, column and what was found, or NOT_FOUND. */
    @Override
    public ProviderCatalog catalog(String location) {
        return bundle(location).catalog();
    }

    @Override
    public ProviderAnswer fetch(ProviderRequest request) {
        try {
            return answer(bundle(request.location()), request);
        } catch (AppException e) {
            return outcome(e);
        } catch (IOException e) {
            return new ProviderAnswer.Unreachable("%s: %s".formatted(request.location(), e.getMessage()));
        }
    }

    @Override
    public ParsedAnswer read(RawAnswer answer) {
        return RawRows.read(answer);
    }

    /** Removes unpacked files. */
    @Override
    @PreDestroy
    public synchronized void close() {
        open.values().forEach(OpenBundle::close);
        open.clear();
    }

    private synchronized OpenBundle bundle(String location) {
        BundleFiles files = BundleFiles.at(location);
        String signature = files.signature();
        OpenBundle known = open.get(signature);
        if (known == null) {
            known = OpenBundle.open(files);
            open.put(signature, known);
            forgetOldest();
        }
        return known;
    }

    private void forgetOldest() {
        if (open.size() > MAX_OPEN_BUNDLES) {
            Iterator<OpenBundle> oldestFirst = open.values().iterator();
            OpenBundle oldest = oldestFirst.next();
            oldestFirst.remove();
            oldest.close();
        }
    }

    private static ProviderAnswer answer(OpenBundle bundle, ProviderRequest request) throws IOException {
        List<FileIndex> tables = bundle.indexes(request.dataset());
        if (tables.isEmpty()) {
            return new ProviderAnswer.EmptyConfirmed(
                    "the bundle has no " + request.dataset().code());
        }
        if (request.symbols().stream().noneMatch(symbol -> tables.stream().anyMatch(table -> table.has(symbol)))) {
            return new ProviderAnswer.SymbolUnknown(
                    "no row of " + request.dataset().code() + " is about any of "
                            + Text.shown(String.join(", ", request.symbols())));
        }
        RawRows rows = new RawRows();
        for (FileIndex table : tables) {
            rows.add(table, request.symbols(), request.from(), request.to(), bundle.lastKnown());
        }
        if (rows.rows() == 0) {
            return new ProviderAnswer.EmptyConfirmed("no rows from %s to %s".formatted(request.from(), request.to()));
        }
        return new ProviderAnswer.Fetched(new RawAnswer(request.dataset(), bundle.source(), CSV, rows.content()));
    }

    /** What a failure means to a run; our own faults and bounds stay failures. */
    private static ProviderAnswer outcome(AppException failure) {
        String detail = String.valueOf(failure.getMessage());
        if (failure.code() == ErrorCode.MALFORMED_BUNDLE) {
            return new ProviderAnswer.SchemaChanged(detail);
        }
        if (failure.code() == ErrorCode.NOT_FOUND || failure.code().category() == ErrorCategory.UPSTREAM) {
            return new ProviderAnswer.Unreachable(detail);
        }
        throw failure;
    }
}
