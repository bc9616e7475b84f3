package io.lumia.market.provider.yahoo;

import io.lumia.market.ReportingLag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yahoo's names of reported numbers, {@code annualNetIncome}, and ours, {@code net_income}. */
final class YahooMetrics {

    private static final Pattern TYPE = Pattern.compile("(annual|quarterly)([A-Z][A-Za-z0-9]{1,100})");

    /** Of a metric's name in our books; a few of Yahoo's bank items are longer and stay outside. */
    private static final int LONGEST_NAME = 64;

    /** Of a period. */
    private static final List<String> FLOWS = List.of(
            "TotalRevenue",
            "CostOfRevenue",
            "GrossProfit",
            "OperatingExpense",
            "OperatingIncome",
            "EBIT",
            "EBITDA",
            "InterestExpense",
            "PretaxIncome",
            "TaxProvision",
            "NetIncome",
            "BasicEPS",
            "DilutedEPS",
            "BasicAverageShares",
            "DilutedAverageShares",
            "ResearchAndDevelopment",
            "OperatingCashFlow",
            "CapitalExpenditure",
            "FreeCashFlow",
            "CashDividendsPaid",
            "RepurchaseOfCapitalStock");

    /** Of a day: what a balance sheet lists. */
    private static final List<String> REQUESTED_BALANCES = List.of(
            "TotalAssets",
            "CurrentAssets",
            "CashAndCashEquivalents",
            "AccountsReceivable",
            "Inventory",
            "CurrentLiabilities",
            "LongTermDebt",
            "TotalDebt",
            "TotalLiabilitiesNetMinorityInterest",
            "StockholdersEquity",
            "RetainedEarnings",
            "OrdinarySharesNumber",
            "Goodwill",
            "NetPPE");

    private static final Set<String> OTHER_BALANCES = Set.of(
            "AccountsPayable",
            "AdditionalPaidInCapital",
            "CapitalLeaseObligations",
            "CapitalStock",
            "CashCashEquivalentsAndShortTermInvestments",
            "CashEquivalents",
            "CashFinancial",
            "CommonStock",
            "CommonStockEquity",
            "CurrentDebt",
            "CurrentDebtAndCapitalLeaseObligation",
            "CurrentDeferredRevenue",
            "GoodwillAndOtherIntangibleAssets",
            "GrossPPE",
            "InvestedCapital",
            "LongTermDebtAndCapitalLeaseObligation",
            "MinorityInterest",
            "NetDebt",
            "NetTangibleAssets",
            "OtherIntangibleAssets",
            "OtherShortTermInvestments",
            "Payables",
            "PreferredStock",
            "Receivables",
            "ShareIssued",
            "TangibleBookValue",
            "TotalCapitalization",
            "TotalEquityGrossMinorityInterest",
            "TotalNonCurrentAssets",
            "TotalNonCurrentLiabilitiesNetMinorityInterest",
            "TotalTaxPayable",
            "TradeandOtherPayablesNonCurrent",
            "TreasurySharesNumber",
            "TreasuryStock",
            "WorkingCapital");

    private YahooMetrics() {}

    /** A metric and how often it is reported. */
    record Metric(String name, boolean isAnnual, boolean isBalance) {

        /** A balance is of its day; a period ends on that day and is 12 or 3 months long. */
        LocalDate start(LocalDate end) {
            if (isBalance) {
                return end;
            }
            LocalDate dayAfter = end.plusDays(1);
            return dayAfter.minusMonths(isAnnual ? 12 : 3);
        }

        ReportingLag lag() {
            return isAnnual ? ReportingLag.ANNUAL : ReportingLag.QUARTERLY;
        }
    }

    /** Empty for trailing sums and for what is no metric. */
    static Optional<Metric> parse(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String theirs = matcher.group(2);
        boolean isBalance = REQUESTED_BALANCES.contains(theirs) || OTHER_BALANCES.contains(theirs);
        Metric metric = new Metric(snakeCase(theirs), matcher.group(1).equals("annual"), isBalance);
        return metric.name().length() > LONGEST_NAME ? Optional.empty() : Optional.of(metric);
    }

    /** A capital begins a word, unless it goes on with an abbreviation: {@code BasicEPS}, {@code NetPPE}, {@code EBITDA}. */
    static String snakeCase(String camelCase) {
        return camelCase
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    /** What we ask for, in Yahoo's spelling, joined by commas. */
    static String types() {
        return Stream.of("annual", "quarterly")
                .flatMap(often -> theirs().map(often::concat))
                .collect(Collectors.joining(","));
    }

    /** The same in ours. */
    static List<String> requested() {
        return theirs().map(YahooMetrics::snakeCase).toList();
    }

    private static Stream<String> theirs() {
        return Stream.concat(FLOWS.stream(), REQUESTED_BALANCES.stream());
    }
}
