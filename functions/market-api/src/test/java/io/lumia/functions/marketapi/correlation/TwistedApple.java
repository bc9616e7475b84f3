package io.lumia.functions.marketapi.correlation;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceBasis;
import io.lumia.market.PriceHistory;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stock TWST that moves like Apple and a sine, with Apple's split and a dividend of its own; every ninth session it rests. */
final class TwistedApple {

    private static final Instant LEARNED = Instant.parse("2014-12-31T23:40:00Z");
    private static final Source RAW = new Source("bundle", "twisted", LEARNED, PriceBasis.RAW, "USD", "none", "a test");

    private TwistedApple() {}

    static void fill(ApplicationContext context) {
        context.getBean(Transactions.class).inTransaction(() -> {
            AssetCatalog catalog = context.getBean(AssetCatalog.class);
            List<DailyBar> bars = bars(context, catalog.get("AAPL"));
            catalog.merge(List.of(definition()), RAW);
            Asset twisted = catalog.get("TWST");
            FactStore store = context.getBean(FactStore.class);
            store.mergeBars(stamp(context), Map.of(twisted, bars));
            store.mergeActions(stamp(context), Map.of(twisted, actions()));
        });
    }

    private static BatchStamp stamp(ApplicationContext context) {
        return new BatchStamp(context.getBean(IdSource.class).next(), RAW, LEARNED);
    }

    private static AssetDefinition definition() {
        return new AssetDefinition(
                new Symbol("TWST"),
                "Twisted",
                AssetType.STOCK,
                "XNAS",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
    }

    private static List<CorporateAction> actions() {
        return List.of(
                new CorporateAction(LocalDate.parse("2014-06-09"), ActionKind.SPLIT, 7),
                new CorporateAction(LocalDate.parse("2014-09-08"), ActionKind.DIVIDEND, 4.5));
    }

    private static List<DailyBar> bars(ApplicationContext context, Asset apple) {
        AsOf later = AsOf.of(Instant.parse("2015-01-02T12:00:00Z"));
        List<DailyBar> real = context.getBean(PriceHistory.class)
                .bars(apple, LocalDate.MIN, LocalDate.MAX, later)
                .bars();
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            if (i % 9 != 0) {
                double close = Math.rint(real.get(i).close() * (1 + 0.02 * Math.sin(i)) * 100) / 100;
                bars.add(new DailyBar(real.get(i).date(), close, close, close, close, 1000, Double.NaN, 0));
            }
        }
        return bars;
    }
}
