package io.lumia.functions.collectionapi.quarantine;

import io.lumia.collection.CollectionLog;
import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.MarketFact;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows that the test books' third run set aside; numbered from 1 in this order. */
public final class TestQuarantine {

    static final Source SOURCE = new Source(
            "bundle", "demo", Instant.parse("2014-12-31T23:00:00Z"), PriceBasis.RAW, "USD", "Apache-2.0", "a test");

    /** AAPL's next session after the books' last one, at a price that nothing explains. */
    static final DailyBar JUMP = new DailyBar(LocalDate.parse("2015-01-02"), 220, 221, 219, 220.5, 5e7, Double.NaN, 0);

    /** The item of {@code TestRuns} that still runs. */
    private static final UUID ITEM = new UUID(2, 3);

    private TestQuarantine() {}

    public static void fill(ApplicationContext context) {
        setAside(context, Dataset.BARS, jump());
        setAside(context, Dataset.BARS, row(3, "AAPL", null, QuarantineReason.MALFORMED_LINE, "AAPL,x", null));
        setAside(context, Dataset.BARS, row(4, "SPY", JUMP.date(), QuarantineReason.NEGATIVE_VOLUME, "SPY,-1", JUMP));
        setAside(context, Dataset.BARS, row(5, "NOSUCH", JUMP.date(), QuarantineReason.UNKNOWN_SYMBOL, "NOSUCH", JUMP));
        CorporateAction dividend = new CorporateAction(LocalDate.parse("2014-11-07"), ActionKind.DIVIDEND, 150);
        setAside(
                context,
                Dataset.ACTIONS,
                row(6, "AAPL", dividend.exDate(), QuarantineReason.INVALID_ACTION, "AAPL,150", dividend));
    }

    static Rejected jump() {
        return row(2, "AAPL", JUMP.date(), QuarantineReason.UNEXPLAINED_JUMP, "AAPL,2015-01-02,220.5", JUMP);
    }

    static int setAside(ApplicationContext context, Dataset dataset, Rejected row) {
        return context.getBean(Transactions.class).inTransaction(() -> context.getBean(CollectionLog.class)
                .quarantine(ITEM, dataset, SOURCE, List.of(row), Instant.parse("2015-01-02T11:00:00Z")));
    }

    private static Rejected row(
            long line,
            String symbol,
            @Nullable LocalDate date,
            QuarantineReason reason,
            String text,
            @Nullable MarketFact value) {
        return new Rejected(line, symbol, date, reason, text, "a detail", value);
    }
}
