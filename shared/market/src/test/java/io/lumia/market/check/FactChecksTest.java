package io.lumia.market.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.Symbol;
import io.lumia.market.ActionKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.Fundamental;
import io.lumia.market.Observation;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "2020-08-31,SPLIT,4,", "2020-08-31,SPLIT,0.0005,", "2020-08-31,SPLIT,0,INVALID_ACTION",
        "2020-08-31,SPLIT,1,INVALID_ACTION", "2020-08-31,SPLIT,-4,INVALID_ACTION",
                "2020-08-31,SPLIT,20000,INVALID_ACTION",
        "2020-08-31,SPLIT,NaN,INVALID_ACTION", "2020-08-31,SPIN_OFF,1.398,", "2020-08-31,SPIN_OFF,0.9,INVALID_ACTION",
        "2020-08-31,DIVIDEND,0.82,", "2020-08-31,DIVIDEND,120,INVALID_ACTION", "2020-09-01,DIVIDEND,120,",
        "2021-01-04,SPLIT,4,FUTURE_DATE"
    })
    void anActionMustBePlausible(LocalDate exDate, ActionKind kind, double value, QuarantineReason reason) {
        Checked<CorporateAction> checked = ActionChecks.check(
                List.of(row(2, new CorporateAction(exDate, kind, value))),
                Map.of(LocalDate.of(2020, 8, 31), 100.0),
                TODAY);

        assertThat(checked.rejected())
                .extracting(Rejected::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
        assertThat(checked.accepted()).hasSize(reason == null ? 1 : 0);
    }

    @Test
    void twoDividendsOfOneDayAreOneAndTheSameOneTwiceIsADuplicate() {
        LocalDate day = LocalDate.of(2020, 3, 2);

        Checked<CorporateAction> checked = ActionChecks.check(
                List.of(
                        row(2, new CorporateAction(day, ActionKind.DIVIDEND, 0.5)),
                        row(3, new CorporateAction(day, ActionKind.DIVIDEND, 0.5)),
                        row(4, new CorporateAction(day, ActionKind.DIVIDEND, 2)),
                        row(5, new CorporateAction(day, ActionKind.SPLIT, 2)),
                        row(6, new CorporateAction(day, ActionKind.SPLIT, 3))),
                Map.of(),
                TODAY);

        assertThat(checked.accepted())
                .containsExactly(
                        new CorporateAction(day, ActionKind.SPLIT, 2),
                        new CorporateAction(day, ActionKind.DIVIDEND, 2.5));
        assertThat(checked.rejected()).extracting(Rejected::line).containsExactly(3L, 6L);
        assertThat(checked.rejected()).allMatch(row -> row.reason() == QuarantineReason.DUPLICATE);
    }

    @Test
    void anObservationMayBeNegativeAndOnAnyDayButNotOfTheFuture() {
        LocalDate sunday = LocalDate.of(2020, 3, 1);

        Checked<Observation> checked = ObservationChecks.check(
                List.of(
                        row(2, new Observation(sunday, -37.63)),
                        row(3, new Observation(sunday, 1)),
                        row(4, new Observation(TODAY.plusDays(1), 1)),
                        row(5, new Observation(TODAY, Double.NaN))),
                TODAY);

        assertThat(checked.accepted()).containsExactly(new Observation(sunday, -37.63));
        assertThat(checked.rejected())
                .extracting(Rejected::reason)
                .containsExactly(
                        QuarantineReason.DUPLICATE, QuarantineReason.FUTURE_DATE, QuarantineReason.NON_FINITE_PRICE);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-10-01,2019-12-31,2020-01-28,false,1,",
        "2019-12-31,2019-12-31,2020-01-28,false,-1,",
        "2020-01-01,2019-12-31,2020-01-28,false,1,INVALID_PERIOD",
        "2018-01-01,2019-12-31,2020-01-28,false,1,INVALID_PERIOD",
        "1215-01-01,1215-12-31,2020-01-28,false,1,INVALID_PERIOD",
        "2019-10-01,2019-12-31,2019-12-30,false,1,INVALID_PERIOD",
        "2019-10-01,2019-12-31,2020-01-28,false,Infinity,NON_FINITE_PRICE",
        "2020-10-01,2021-01-31,2021-02-10,false,1,FUTURE_DATE",
        "2020-07-01,2020-09-30,2021-01-04,false,1,FUTURE_DATE",
        "2020-10-01,2020-12-31,2021-02-14,true,1,"
    })
    void aFundamentalMustBeOfAPeriodAndReportedAfterIt(
            LocalDate start,
            LocalDate end,
            LocalDate reported,
            boolean assumed,
            double value,
            QuarantineReason reason) {
        Fundamental fundamental = new Fundamental("net_income", start, end, reported, assumed, value, "USD");

        Checked<Fundamental> checked = FundamentalChecks.check(List.of(row(2, fundamental)), TODAY);

        assertThat(checked.rejected())
                .extracting(Rejected::reason)
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aFundamentalReportedAgainIsARevisionAndTwiceAtOnceADuplicate() {
        LocalDate end = LocalDate.of(2019, 12, 31);
        Fundamental first = new Fundamental("net_income", end, end, LocalDate.of(2020, 1, 28), false, 1, "USD");
        Fundamental later = new Fundamental("net_income", end, end, LocalDate.of(2020, 4, 28), false, 2, "USD");

        Checked<Fundamental> checked =
                FundamentalChecks.check(List.of(row(2, first), row(3, later), row(4, later)), TODAY);

        assertThat(checked.accepted()).containsExactly(first, later);
        assertThat(checked.rejected()).extracting(Rejected::line).containsExactly(4L);
    }

    @Test
    void aRowGoesToTheAssetThatHeldItsSymbolThatDay() {
        Asset old = RealPrices.asset("USO", AssetType.STOCK, null, null);
        Asset fund = RealPrices.asset("USO", AssetType.ETF, LocalDate.of(2006, 4, 10), null);
        Map<Symbol, List<SymbolHolder>> holders = Map.of(
                new Symbol("USO"),
                List.of(
                        new SymbolHolder(old, LocalDate.of(1990, 1, 1), LocalDate.of(1998, 12, 30)),
                        new SymbolHolder(fund, LocalDate.of(2006, 4, 10), null)));
        List<Row<Observation>> rows = List.of(
                named("USO", LocalDate.of(1998, 12, 30)),
                named("USO", LocalDate.of(2006, 4, 10)),
                named("USO", LocalDate.of(2002, 1, 2)),
                named("XYZ", LocalDate.of(2002, 1, 2)));

        SymbolRouting<Observation> routing = SymbolRouting.route(rows, holders, Observation::date);

        assertThat(routing.rows()).containsOnlyKeys(old, fund);
        assertThat(routing.rejected())
                .extracting(Rejected::reason)
                .containsExactly(QuarantineReason.OUTSIDE_ASSET_LIFE, QuarantineReason.UNKNOWN_SYMBOL);
        assertThat(routing.rejected().getFirst().detail())
                .isEqualTo("USO means an asset from 1990-01-01 to 1998-12-30, 2006-04-10 to today");
    }

    private static Row<Observation> named(String symbol, LocalDate date) {
        return new Row<>(2, symbol, new Observation(date, 1), "raw");
    }

    private static <T> Row<T> row(long line, T value) {
        return new Row<>(line, "TEST", value, "row " + line);
    }
}
