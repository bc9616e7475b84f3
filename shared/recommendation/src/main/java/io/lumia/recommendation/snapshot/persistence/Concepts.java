package io.lumia.recommendation.snapshot.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which of our metrics' names a US company's tagged number goes. Of several concepts of a metric the first that a company
 * reported for a period counts. Taxonomies: FASB, US GAAP Financial Reporting; SEC, Document and Entity Information (dei).
 */
final class Concepts {

    /** An amount in a currency. */
    private static final Pattern MONEY = Pattern.compile("[A-Z]{3}");

    private static final String SHARES = "shares";

    /**
     * How a concept is told.
     *
     * @param rank smaller counts before larger
     * @param sign −1 where the filer's number is positive for money that went out, and ours is negative
     */
    record Meaning(String metric, int rank, int sign) {

        /** The unit that it must be in; a number per share or in another unit is another number. */
        boolean isIn(String unit) {
            return metric.equals("shares_outstanding")
                    ? unit.equals(SHARES)
                    : MONEY.matcher(unit).matches();
        }

        /** A number of shares has none. */
        String currency(String unit) {
            return unit.equals(SHARES) ? "" : unit;
        }
    }

    private static final Map<String, Meaning> MEANINGS = new LinkedHashMap<>();

    static {
        mean(
                "revenue",
                List.of(
                        "us-gaap:Revenues",
                        "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax",
                        "us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax",
                        "us-gaap:SalesRevenueNet",
                        "us-gaap:RevenuesNetOfInterestExpense"));
        mean("cost_of_revenue", List.of("us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsAndServicesSold"));
        mean("gross_profit", List.of("us-gaap:GrossProfit"));
        mean("operating_income", List.of("us-gaap:OperatingIncomeLoss"));
        mean("net_income", List.of("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss"));
        mean("total_assets", List.of("us-gaap:Assets"));
        mean("current_assets", List.of("us-gaap:AssetsCurrent"));
        mean("cash_and_equivalents", List.of("us-gaap:CashAndCashEquivalentsAtCarryingValue"));
        mean("inventory", List.of("us-gaap:InventoryNet"));
        mean("total_liabilities", List.of("us-gaap:Liabilities"));
        mean("current_liabilities", List.of("us-gaap:LiabilitiesCurrent"));
        mean("long_term_debt", List.of("us-gaap:LongTermDebtNoncurrent", "us-gaap:LongTermDebt"));
        mean(
                "total_equity",
                List.of(
                        "us-gaap:StockholdersEquity",
                        "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"));
        mean(
                "operating_cash_flow",
                List.of(
                        "us-gaap:NetCashProvidedByUsedInOperatingActivities",
                        "us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations"));
        MEANINGS.put("us-gaap:PaymentsToAcquirePropertyPlantAndEquipment", new Meaning("capital_expenditures", 0, -1));
        MEANINGS.put("us-gaap:PaymentsToAcquireProductiveAssets", new Meaning("capital_expenditures", 1, -1));
        mean(
                "shares_outstanding",
                List.of("dei:EntityCommonStockSharesOutstanding", "us-gaap:CommonStockSharesOutstanding"));
    }

    private Concepts() {}

    private static void mean(String metric, List<String> concepts) {
        for (int rank = 0; rank < concepts.size(); rank++) {
            MEANINGS.put(concepts.get(rank), new Meaning(metric, rank, 1));
        }
    }

    static Set<String> names() {
        return MEANINGS.keySet();
    }

    /** @param concept one of {@link #names} */
    static Meaning meaning(String concept) {
        return Objects.requireNonNull(MEANINGS.get(concept), concept);
    }
}
