package io.lumia.collection.jobs;

import io.lumia.collection.AssetFilter;
import io.lumia.collection.CalendarGate;
import io.lumia.collection.CalendarGate.During;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.kernel.AppException;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.ExchangeCalendar;
import io.lumia.platform.time.NamedIds;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The built-in templates: each asset class with a provider that needs no key and one to fall back on, as
 * {@code docs/providers/README.md} lists them. The symbols are a beginning for somebody who has no list of his own.
 */
public final class JobTemplates {

    private static final UUID NAMESPACE = UUID.fromString("0d1b1b52-6f1c-5d3e-9a53-6d6f62730001");
    private static final String NEW_YORK = "America/New_York";
    private static final String FRANKFURT = "Europe/Berlin";
    private static final String UTC = "UTC";

    private static final List<String> STOCKS_AND_FUNDS = List.of(
            "SPY", "QQQ", "IWM", "TLT", "GLD", "AAPL", "MSFT", "NVDA", "AMZN", "GOOGL", "META", "BRK.B", "JPM", "JNJ",
            "XOM", "PG", "KO", "WMT", "DIS", "CAT");
    private static final List<String> COMPANIES = List.of(
            "AAPL", "MSFT", "NVDA", "AMZN", "GOOGL", "META", "BRK.B", "JPM", "JNJ", "XOM", "PG", "KO", "WMT", "DIS",
            "CAT");
    private static final List<String> MUTUAL_FUNDS = List.of("VFIAX", "VTSAX", "VBTLX", "FXAIX");
    private static final List<String> CURRENCIES =
            List.of("EURUSD", "EURGBP", "EURJPY", "EURCHF", "EURCAD", "EURAUD", "EURSEK", "EURNOK");
    private static final List<String> CRYPTO = List.of("BTC-USD", "ETH-USD", "SOL-USD", "LTC-USD");
    private static final List<String> YIELDS =
            List.of("DGS1MO", "DGS3MO", "DGS6MO", "DGS1", "DGS2", "DGS3", "DGS5", "DGS7", "DGS10", "DGS20", "DGS30");
    private static final List<String> COMMODITIES = List.of("DCOILWTICO", "DCOILBRENTEU", "DHHNGSP");
    private static final List<String> FUTURES = List.of("GC=F", "SI=F", "CL=F", "HG=F");
    private static final List<String> MACRO =
            List.of("CPIAUCSL", "UNRATE", "PAYEMS", "GDPC1", "FEDFUNDS", "INDPRO", "HOUST", "M2SL");

    private static final List<JobTemplate> BUILT_IN = List.of(
            template(
                    "daily-prices",
                    "US stocks and exchange-traded funds with splits and dividends, 18:00 New York on sessions",
                    List.of("yahoo", "cboe", "tiingo", "alphavantage"),
                    List.of(Dataset.ASSETS, Dataset.BARS),
                    new AssetFilter(Set.of(AssetType.STOCK, AssetType.ETF), STOCKS_AND_FUNDS),
                    onSessions("cron(0 18 ? * MON-FRI *)", NEW_YORK, ExchangeCalendar.UNITED_STATES)),
            template(
                    "daily-mutual-funds",
                    "Net asset values of mutual funds, 21:00 New York on sessions",
                    List.of("yahoo", "nasdaq", "tiingo"),
                    List.of(Dataset.ASSETS, Dataset.BARS),
                    new AssetFilter(Set.of(AssetType.MUTUAL_FUND), MUTUAL_FUNDS),
                    onSessions("cron(0 21 ? * MON-FRI *)", NEW_YORK, ExchangeCalendar.UNITED_STATES)),
            template(
                    "daily-currencies",
                    "Reference rates of the European Central Bank, 16:30 Frankfurt on weekdays",
                    List.of("ecb", "frankfurter"),
                    List.of(Dataset.ASSETS, Dataset.BARS),
                    new AssetFilter(Set.of(AssetType.FOREX), CURRENCIES),
                    JobSchedule.cron("cron(30 16 ? * MON-FRI *)", FRANKFURT)),
            template(
                    "daily-crypto",
                    "Crypto currencies by UTC days, half an hour after midnight",
                    List.of("coinbase", "kraken"),
                    List.of(Dataset.ASSETS, Dataset.BARS),
                    new AssetFilter(Set.of(AssetType.CRYPTO), CRYPTO),
                    JobSchedule.cron("cron(30 0 * * ? *)", UTC)),
            template(
                    "daily-yields",
                    "The US Treasury's par yield curve, 18:30 New York on weekdays",
                    List.of("ustreasury", "fred"),
                    List.of(Dataset.ASSETS, Dataset.OBSERVATIONS),
                    new AssetFilter(Set.of(AssetType.BOND), YIELDS),
                    JobSchedule.cron("cron(30 18 ? * MON-FRI *)", NEW_YORK)),
            template(
                    "daily-commodities",
                    "Spot prices of oil and gas from FRED, 19:00 New York on weekdays",
                    List.of("fred"),
                    List.of(Dataset.ASSETS, Dataset.OBSERVATIONS),
                    new AssetFilter(Set.of(AssetType.COMMODITY), COMMODITIES),
                    JobSchedule.cron("cron(0 19 ? * MON-FRI *)", NEW_YORK)),
            template(
                    "daily-futures",
                    "Commodity futures, 18:15 New York on weekdays; a price may be negative",
                    List.of("yahoo"),
                    List.of(Dataset.ASSETS, Dataset.BARS),
                    new AssetFilter(Set.of(AssetType.COMMODITY), FUTURES),
                    JobSchedule.cron("cron(15 18 ? * MON-FRI *)", NEW_YORK)),
            feed(
                    "news-in-market-hours",
                    "Yahoo's headlines of the watched stocks and funds, every 15 minutes while New York trades",
                    "yahoo",
                    new AssetFilter(Set.of(AssetType.STOCK, AssetType.ETF), STOCKS_AND_FUNDS),
                    every(15, During.MARKET_HOURS)),
            feed(
                    "news-hourly",
                    "Yahoo's headlines of the watched stocks and funds, hourly while New York does not trade",
                    "yahoo",
                    new AssetFilter(Set.of(AssetType.STOCK, AssetType.ETF), STOCKS_AND_FUNDS),
                    every(60, During.OUTSIDE_MARKET_HOURS)),
            feed(
                    "fed-news",
                    "Press releases of the Federal Reserve Board, every 15 minutes",
                    "fed",
                    AssetFilter.ALL,
                    new JobSchedule.Interval(Duration.ofMinutes(15), null)),
            feed(
                    "ecb-news",
                    "Press releases, speeches and interviews of the European Central Bank, every 15 minutes",
                    "ecb",
                    AssetFilter.ALL,
                    new JobSchedule.Interval(Duration.ofMinutes(15), null)),
            feed(
                    "sec-current-filings",
                    "What EDGAR has just accepted of anybody, a hundred entries every 5 minutes on trading days",
                    "sec",
                    AssetFilter.ALL,
                    every(5, During.SESSION_DAYS)),
            template(
                    "filings-in-market-hours",
                    "Filings of the watched companies, every 15 minutes while New York trades",
                    List.of("sec_edgar"),
                    List.of(Dataset.FILINGS),
                    new AssetFilter(Set.of(AssetType.STOCK), COMPANIES),
                    every(15, During.MARKET_HOURS)),
            template(
                    "quarterly-fundamentals",
                    "Filings and reported numbers of companies, in the middle of February, May, August and November",
                    List.of("sec_edgar"),
                    List.of(Dataset.FILINGS, Dataset.COMPANY_FACTS),
                    new AssetFilter(Set.of(AssetType.STOCK), COMPANIES),
                    JobSchedule.cron("cron(0 6 15 2,5,8,11 ? *)", NEW_YORK)),
            template(
                    "weekly-metadata",
                    "Names, exchanges and currencies of stocks and funds, Saturday 08:00 New York",
                    List.of("yahoo", "tiingo"),
                    List.of(Dataset.ASSETS),
                    new AssetFilter(Set.of(AssetType.STOCK, AssetType.ETF), STOCKS_AND_FUNDS),
                    JobSchedule.cron("cron(0 8 ? * SAT *)", NEW_YORK)),
            template(
                    "monthly-macro",
                    "Economic series, on the 16th of a month, when most of the month's releases are out",
                    List.of("fred", "bls"),
                    List.of(Dataset.ASSETS, Dataset.OBSERVATIONS),
                    new AssetFilter(Set.of(AssetType.ECONOMIC_INDICATOR), MACRO),
                    JobSchedule.cron("cron(0 9 16 * ? *)", NEW_YORK)));

    private JobTemplates() {}

    /** In the order of the asset classes. */
    public static List<JobTemplate> builtIn() {
        return BUILT_IN;
    }

    /** The built-in template of a name; fails with INVALID_INPUT, naming those there are. */
    public static JobTemplate get(String name) {
        return BUILT_IN.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppException.invalid(
                        "template",
                        name,
                        BUILT_IN.stream().map(JobTemplate::name).collect(Collectors.joining(", "))));
    }

    /** The id that a job of a name has, the first time and whenever it is made again. */
    public static UUID idOf(String jobName) {
        return NamedIds.of(NAMESPACE, jobName);
    }

    private static JobSchedule onSessions(String cron, String zone, ExchangeCalendar calendar) {
        return new JobSchedule.Cron(cron, zone, new CalendarGate(calendar, During.SESSION_DAYS));
    }

    private static JobSchedule every(int minutes, During during) {
        return new JobSchedule.Interval(
                Duration.ofMinutes(minutes), new CalendarGate(ExchangeCalendar.UNITED_STATES, during));
    }

    /** @param location of the feed, as the provider {@code rss} names it */
    private static JobTemplate feed(
            String name, String description, String location, AssetFilter assets, JobSchedule schedule) {
        return template(name, description, List.of("rss"), location, List.of(Dataset.ARTICLES), assets, schedule);
    }

    private static JobTemplate template(
            String name,
            String description,
            List<String> providers,
            List<Dataset> datasets,
            AssetFilter assets,
            JobSchedule schedule) {
        return template(name, description, providers, "", datasets, assets, schedule);
    }

    private static JobTemplate template(
            String name,
            String description,
            List<String> providers,
            String location,
            List<Dataset> datasets,
            AssetFilter assets,
            JobSchedule schedule) {
        Job job = new Job(
                idOf(name),
                name,
                description,
                providers.getFirst(),
                providers.subList(1, providers.size()),
                location,
                datasets,
                assets,
                JobMode.INCREMENTAL,
                schedule,
                List.of(),
                JobLimits.USUAL,
                true);
        return new JobTemplate(name, description, job, true);
    }
}
