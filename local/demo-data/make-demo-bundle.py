#!/usr/bin/env python3
"""Builds the demo bundle from a folder of the source files.

    python3 make-demo-bundle.py SOURCES_DIR OUT_DIR [--check-dividends FILE]

Python 3.9 or later, standard library only. The same input gives the same bytes. SOURCES_DIR holds gzip CSV copies of
the upstream files that NOTICE.md names (price and volume rows joined per year, prices rounded to 4 decimals):

    prices/us_stocks_daily_YYYY.csv.gz            Symbol,Date,Open,High,Low,Close,Adj Close,Volume
    prices/lean_raw_unadjusted_daily.csv.gz       Symbol,Date,Open,High,Low,Close,Volume
    prices/lean_factor_files.csv.gz               symbol, date, price factor, split factor, reference price
    etf_funds/etfs_daily_ohlcv_2005_2017.csv.gz   Symbol,Date,Open,High,Low,Close,Volume
    fundamentals/nyse_annual_fundamentals_2012_2016.csv.gz
    macro/fred_series_long.csv.gz, macro/vix_daily_ohlc.csv.gz
    fx_crypto_commodities/ecb_eurofxref_daily.csv.gz, fx_crypto_commodities/gold_monthly_usd.csv.gz
    metadata/sp500_securities_2017.csv.gz
    news/reuters_headlines_2011_2017.csv.gz       only date, symbol and title are read

Choices, each explained where it is made: price basis (PRICE_BASIS), universe (STOCKS, ETFS), dividends
(derive_dividends), which fundamentals are believed (fundamentals_rows), how late a series is cut (Series.lag_days),
which headlines are taken (pick_stories). Nothing is dropped without a count on the terminal.

FILE of --check-dividends is a list of known dividends (Symbol,Date,Dividends) to measure the derived ones against;
nothing of it goes into the bundle.
"""

import argparse
import csv
import datetime as dt
import gzip
import io
import json
import statistics
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

FIRST_DAY = "2012-11-12"
LAST_DAY = "2017-11-10"  # the ETF source ends here; everything ends here, so that every asset lives to the end
SERIES_FIRST_DAY = "2010-01-01"
# Market capitalisations use this day's close: the last quarter end before the month the demo lives through,
# so that the demo does not know a price of its own future.
MARKET_CAP_DAY = "2017-09-29"

# Raw, because it is true. The stock source divides its prices by every split up to early 2024. Only companies without
# any split or spin-off adjustment between November 2012 and then were chosen, so dividing changed nothing: the rows are
# the prices as traded. check_raw holds them to it: closes are whole cents, and equal the price column of the 10-K table,
# which was made before August 2020 (it lacks Apple's split of that month). Neither alone excludes a split of 2:1 before
# the table was made; a list of splits up to 2023 was looked through for those when the companies were chosen.
# Apple, the one company with a split inside the period (7:1, 2014-06-09), comes from the unadjusted source.
PRICE_BASIS = "raw"

# Exchange of the listing in November 2017 as an ISO 10383 market code; who was where is entered by hand.
NASDAQ, NYSE, ARCA = "XNAS", "XNYS", "ARCX"
STOCKS = {
    "Consumer Discretionary": "GM F MCD DIS TGT HD CMG BBY MAR MAT WYNN CCL",
    "Consumer Staples": "KO PG ADM MDLZ COST TSN HSY PEP GIS PM MO",
    "Energy": "XOM CVX HAL HES MRO APA DVN",
    "Financials": "JPM C WFC BAC NTRS SCHW COF TRV PNC PRU GS MS",
    "Health Care": "JNJ CI HUM REGN BIIB UNH MCK SYK VRTX",
    "Industrials": "BA LMT DAL WM UAL UPS LUV DE MMM CMI EMR NSC",
    "Information Technology": "AAPL MSFT FB INTC QCOM MU AMAT ADBE EA GLW ORCL LRCX",
    "Materials": "FCX NUE LYB ALB VMC",
    "Real Estate": "EQIX WY DLR KIM",
    "Telecommunications Services": "VZ",
    "Utilities": "DUK ETR PCG AEP SO",
}
ON_NASDAQ = set(
    "AAPL ADBE AMAT BIIB COST EA EQIX FB INTC LRCX MAR MAT MDLZ MSFT MU NTRS QCOM REGN VRTX WYNN".split()
)
# Today's symbol in the stock source -> symbol in 2017. The bundle speaks the language of 2017.
RENAMED_SINCE = {"META": "FB"}


class Etf(NamedTuple):
    name: str
    category: str
    exchange: str
    source: str  # LEAN: raw prices and distributions; PLAIN: never distributed; ADJUSTED: distributions in the price
    first_date: str = ""


ETFS = {
    "SPY": Etf("SPDR S&P 500 ETF Trust", "US large-cap equity", ARCA, "LEAN"),
    "IWM": Etf("iShares Russell 2000 ETF", "US small-cap equity", ARCA, "LEAN", "2000-05-26"),
    "EEM": Etf("iShares MSCI Emerging Markets ETF", "Emerging-market equity", ARCA, "LEAN", "2003-04-11"),
    "USO": Etf("United States Oil Fund", "Crude oil futures", ARCA, "LEAN", "2006-04-10"),
    "GLD": Etf("SPDR Gold Shares", "Gold bullion", ARCA, "PLAIN"),
    "SLV": Etf("iShares Silver Trust", "Silver bullion", ARCA, "PLAIN"),
    "QQQ": Etf("PowerShares QQQ Trust", "US large-cap growth equity", NASDAQ, "ADJUSTED"),
    "EFA": Etf("iShares MSCI EAFE ETF", "Developed-market equity", ARCA, "ADJUSTED"),
    "AGG": Etf("iShares Core US Aggregate Bond ETF", "US investment-grade bonds", ARCA, "ADJUSTED"),
    "TLT": Etf("iShares 20+ Year Treasury Bond ETF", "US long-term government bonds", NASDAQ, "ADJUSTED"),
    "HYG": Etf("iShares iBoxx High Yield Corporate Bond ETF", "US high-yield bonds", ARCA, "ADJUSTED"),
    "XLE": Etf("Energy Select Sector SPDR Fund", "US energy equity", ARCA, "ADJUSTED"),
    "XLF": Etf("Financial Select Sector SPDR Fund", "US financial equity", ARCA, "ADJUSTED"),
    "XLK": Etf("Technology Select Sector SPDR Fund", "US technology equity", ARCA, "ADJUSTED"),
    "XLV": Etf("Health Care Select Sector SPDR Fund", "US health-care equity", ARCA, "ADJUSTED"),
}
ETF_NOTES = {
    "LEAN": "Prices as traded; distributions are listed as dividends.",
    "PLAIN": "Prices as traded; it pays no distributions.",
    "ADJUSTED": "Prices include distributions (adjusted at the source up to November 2017), so they lie below the traded"
    " prices of their day; its dividends are therefore not listed.",
}
LEAN_SYMBOLS = {"AAPL"} | {symbol for symbol, etf in ETFS.items() if etf.source == "LEAN"}


class Series(NamedTuple):
    name: str
    asset_type: str
    unit: str
    frequency: str
    # Days from the end of the reference period until publication, generously: a value whose period ended fewer days
    # before LAST_DAY is left out, because nobody knew it then.
    lag_days: int


FRED = {
    "AHETPI": Series("Average hourly earnings, production workers", "economic_indicator", "USD per hour", "M", 10),
    "CPIAUCSL": Series("Consumer price index, all items", "economic_indicator", "index 1982-84=100", "M", 20),
    "CPILFESL": Series("Consumer price index less food and energy", "economic_indicator", "index 1982-84=100", "M", 20),
    "DCOILBRENTEU": Series("Brent crude oil, spot", "commodity", "USD per barrel", "D", 7),
    "DCOILWTICO": Series("WTI crude oil, spot at Cushing", "commodity", "USD per barrel", "D", 7),
    "DGS10": Series("US Treasury yield, 10 years, constant maturity", "bond", "percent", "D", 1),
    "DGS2": Series("US Treasury yield, 2 years, constant maturity", "bond", "percent", "D", 1),
    "DGS30": Series("US Treasury yield, 30 years, constant maturity", "bond", "percent", "D", 1),
    "FEDFUNDS": Series("Effective federal funds rate, monthly mean", "economic_indicator", "percent", "M", 3),
    "GASREGW": Series("US regular gasoline, retail", "commodity", "USD per gallon", "W", 1),
    "GDPC1": Series("US real GDP, annual rate", "economic_indicator", "billions of chained 2017 USD", "Q", 31),
    "HOUST": Series("US housing starts, annual rate", "economic_indicator", "thousands", "M", 22),
    "ICSA": Series("US initial jobless claims", "economic_indicator", "claims", "W", 6),
    "INDPRO": Series("US industrial production", "economic_indicator", "index 2017=100", "M", 20),
    "JTSJOL": Series("US job openings", "economic_indicator", "thousands", "M", 45),
    "M2SL": Series("US money stock M2", "economic_indicator", "billions of USD", "M", 30),
    "PAYEMS": Series("US non-farm payrolls", "economic_indicator", "thousands", "M", 10),
    "PCEPILFE": Series("PCE price index less food and energy", "economic_indicator", "index 2017=100", "M", 32),
    "RSXFS": Series("US retail sales excluding food services", "economic_indicator", "millions of USD", "M", 20),
    "T10Y2Y": Series("US Treasury yield, 10 years less 2 years", "bond", "percentage points", "D", 1),
    "T10YIE": Series("US 10-year breakeven inflation", "bond", "percent", "D", 1),
    "UNRATE": Series("US unemployment rate", "economic_indicator", "percent", "M", 10),
    "WALCL": Series("Federal Reserve total assets", "economic_indicator", "millions of USD", "W", 2),
}
ECB_CURRENCIES = ["AUD", "CAD", "CHF", "CNY", "GBP", "JPY", "SEK", "USD"]
VIX = Series("CBOE volatility index, close", "index", "index points", "D", 0)
GOLD = Series("Gold, monthly mean", "commodity", "USD per troy ounce", "M", 5)
PERIOD_DAYS = {"D": 1, "W": 1, "M": 31, "Q": 92}  # weekly dates are the last day of their week at the source

# Column of the 10-K table -> our name and whether it covers a period (flow) or a day (balance).
METRICS = {
    "Total Revenue": ("revenue", "flow"),
    "Cost of Revenue": ("cost_of_revenue", "flow"),
    "Gross Profit": ("gross_profit", "flow"),
    "Operating Income": ("operating_income", "flow"),
    "Net Income": ("net_income", "flow"),
    "Interest Expense": ("interest_expense", "flow"),
    "Depreciation": ("depreciation", "flow"),
    "Net Cash Flow-Operating": ("operating_cash_flow", "flow"),
    "Capital Expenditures": ("capital_expenditures", "flow"),
    "Cash and Cash Equivalents": ("cash_and_equivalents", "balance"),
    "Inventory": ("inventory", "balance"),
    "Total Current Assets": ("current_assets", "balance"),
    "Total Assets": ("total_assets", "balance"),
    "Total Current Liabilities": ("current_liabilities", "balance"),
    "Long-Term Debt": ("long_term_debt", "balance"),
    "Total Liabilities": ("total_liabilities", "balance"),
    "Total Equity": ("total_equity", "balance"),
}
# Companies under whose symbol the 10-K table holds another company's lines.
WRONG_COMPANY = {"PG": "equal to the lines of REGN, and Procter & Gamble's year ends in June"}
MIN_EPS_FOR_SHARES = 0.25  # a cent of rounding in a smaller figure moves the share count by more than 2 %
MAX_SHARE_CHANGE = 1.6  # from one annual report to the next; more means a split or a wrong figure

MAX_STORIES = 6000
MIN_TITLE_LENGTH = 12
LAST_MONTH_FROM, LAST_MONTH_PER_SYMBOL = "2017-10-10", 14
LAST_YEAR_FROM, LAST_YEAR_PER_SYMBOL = "2016-11-11", 36

BAR_COLUMNS = ["symbol", "date", "open", "high", "low", "close", "volume", "adj_close"]


# ---------------------------------------------------------------------------------------------------- reading

def read_gzip(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def stock_symbols():
    return [symbol for symbols in STOCKS.values() for symbol in symbols.split()]


def in_period(date):
    return FIRST_DAY <= date <= LAST_DAY


def bar(symbol, row, adj_close):
    return [symbol, row["Date"], row["Open"], row["High"], row["Low"], row["Close"], row["Volume"], adj_close]


def read_stocks(sources):
    """Rows of the stock source as they are, but for the symbol."""
    wanted = set(stock_symbols()) - LEAN_SYMBOLS
    rows = []
    for year in range(int(FIRST_DAY[:4]), int(LAST_DAY[:4]) + 1):
        for row in read_gzip(sources / f"prices/us_stocks_daily_{year}.csv.gz"):
            symbol = RENAMED_SINCE.get(row["Symbol"], row["Symbol"])
            if symbol in wanted and in_period(row["Date"]):
                rows.append(bar(symbol, row, row["Adj Close"]))
    return rows


def read_lean(sources, factors):
    """Raw rows as they are; the adjusted close is ours: close x price factor x split factor, 4 decimals."""
    rows = []
    for row in read_gzip(sources / "prices/lean_raw_unadjusted_daily.csv.gz"):
        if row["Symbol"] in LEAN_SYMBOLS and in_period(row["Date"]):
            price_factor, split_factor = factor_on(factors[row["Symbol"]], row["Date"])
            adjusted = float(row["Close"]) * price_factor * split_factor
            rows.append(bar(row["Symbol"], row, f"{adjusted:.4f}"))
    return rows


def read_etfs(sources):
    """Adjusted rows as they are. Their close is an adjusted close, so adj_close repeats it."""
    wanted = {symbol for symbol, etf in ETFS.items() if etf.source != "LEAN"}
    return [
        bar(row["Symbol"], row, row["Close"])
        for row in read_gzip(sources / "etf_funds/etfs_daily_ohlcv_2005_2017.csv.gz")
        if row["Symbol"] in wanted and in_period(row["Date"])
    ]


def read_factors(sources):
    """symbol -> [(last day the factors hold, price factor, split factor, close of that day)], oldest first."""
    factors = defaultdict(list)
    for row in read_gzip(sources / "prices/lean_factor_files.csv.gz"):
        symbol, day, price_factor, split_factor, reference = (row[str(i)] for i in range(5))
        date = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        factors[symbol].append((date, float(price_factor), float(split_factor), float(reference)))
    return {symbol: sorted(rows) for symbol, rows in factors.items()}


def factor_on(rows, date):
    for last_day, price_factor, split_factor, _ in rows:
        if date <= last_day:
            return price_factor, split_factor
    return 1.0, 1.0


# ---------------------------------------------------------------------------------------------------- actions

def derive_lean_actions(factors, sessions):
    """A factor row holds up to the last day before an ex-date: the next session is the ex-date.

    dividend = reference price x (1 - price factor / next price factor); split = next split factor / split factor.
    Price factors have 7 decimals, so a dividend is good to about 1e-7 x price / factor; 4 decimals are written, and
    whole cents only for Apple, which declares such.
    """
    actions = []
    for symbol in sorted(LEAN_SYMBOLS):
        rows = factors[symbol]
        for (last_day, price, split, reference), (_, next_price, next_split, _) in zip(rows, rows[1:]):
            ex_date = next((day for day in sessions if day > last_day), None)
            if ex_date is None or last_day < sessions[0]:
                continue
            if abs(next_split / split - 1) > 1e-6:
                actions.append([symbol, ex_date, "split", f"{next_split / split:.4g}"])
            dividend = reference * (1 - price / next_price)
            if dividend > 0.0005:
                actions.append([symbol, ex_date, "dividend", plain(dividend)])
    return actions


def plain(value):
    """At most 4 decimals, no trailing zeros."""
    return f"{value:.4f}".rstrip("0").rstrip(".")


def derive_dividends(rows):
    """Dividends of one stock from adj_close / close, which is constant between ex-dates and steps up on each.

    The dividend of an ex-date t is close(t-1) x (1 - ratio before / ratio after). adj_close has 4 decimals, so one
    day's ratio is off by up to 5e-5 / close; a step counts as a dividend from MIN_STEP on, ten times that. Each level
    is the median over its whole plateau, which takes the error of the amount well under a tenth of a cent.
    """
    ratios = [float(row[7]) / float(row[5]) for row in rows]
    noise = 10 * 5e-5 / min(float(row[7]) for row in rows)
    min_step = max(1e-4, noise)
    starts = [0] + [i for i in range(1, len(rows)) if abs(ratios[i] / ratios[i - 1] - 1) > min_step]
    levels = [statistics.median(ratios[a:b]) for a, b in zip(starts, starts[1:] + [len(rows)])]
    dividends = []
    for start, before, after in zip(starts[1:], levels, levels[1:]):
        amount = float(rows[start - 1][5]) * (1 - before / after)
        if amount <= 0:
            raise SystemExit(f"{rows[start][0]} {rows[start][1]}: adjusted ratio falls, not a dividend")
        dividends.append([rows[start][0], rows[start][1], "dividend", plain(snap(amount))])
    return dividends


def snap(amount):
    """The nearest whole, half or quarter cent, if it is within the error of the derivation (0.0002)."""
    for grid in (0.01, 0.005, 0.0025):
        nearest = round(amount / grid) * grid
        if nearest > 0 and abs(nearest - amount) <= 0.0002:
            return nearest
    return amount


# ---------------------------------------------------------------------------------------------------- fundamentals

def fundamentals_rows(sources, wanted, report):
    """Annual 10-K lines. A zero is left out: the source writes 0 both for nothing and for not reported."""
    annual = defaultdict(dict)
    for row in read_gzip(sources / "fundamentals/nyse_annual_fundamentals_2012_2016.csv.gz"):
        if row["Ticker Symbol"] in WRONG_COMPANY:
            report["fundamentals: annual reports of another company"] += 1
        elif row["Ticker Symbol"] in wanted:
            month, day, year = (int(part) for part in row["Period Ending"].split("/"))
            annual[row["Ticker Symbol"]][dt.date(year, month, day)] = row
    rows, shares_known = [], {}
    for symbol in sorted(annual):
        shares_known[symbol] = believable_shares(annual[symbol], report)
        year_before = None
        for period_end, row in sorted(annual[symbol].items()):
            start = flow_start(period_end, year_before)
            rows += statement(symbol, start, period_end, row, report)
            rows += per_share(symbol, start, period_end, row, shares_known[symbol])
            year_before = period_end
    return sorted(rows), shares_known


def statement(symbol, flow_from, period_end, row, report):
    rows = []
    for column, (metric, kind) in METRICS.items():
        if row[column] == "":
            report["fundamentals: empty in the source"] += 1
        elif float(row[column]) == 0:
            report["fundamentals: zero in the source, cannot be told from not reported"] += 1
        else:
            start = period_end if kind == "balance" else flow_from
            rows.append(fundamental(symbol, metric, start, period_end, f"{float(row[column]):.0f}", "USD"))
    return rows


def per_share(symbol, flow_from, period_end, row, shares_known):
    """Earnings per share and the share count they imply, both only if the count fits its neighbours."""
    if period_end not in shares_known:
        return []
    earnings = fundamental(symbol, "earnings_per_share", flow_from, period_end, row["Earnings Per Share"], "USD")
    count = fundamental(symbol, "shares_outstanding", period_end, period_end, f"{shares_known[period_end]:.0f}", "")
    return [earnings, count]


def believable_shares(annual, report):
    """period end -> net income to common shareholders / earnings per share, to 4 figures, where it can be believed.

    The source has wrong per-share figures (a fifth of the true one for Deere in 2016). A count that differs from every
    other year's by more than MAX_SHARE_CHANGE is refused; a split between the years explains Apple's.
    """
    implied = {}
    for period_end, row in annual.items():
        if row["Earnings Per Share"] == "":
            report["earnings per share: empty in the source"] += 1
        elif abs(float(row["Earnings Per Share"])) < MIN_EPS_FOR_SHARES:
            report["earnings per share: too small to imply a share count"] += 1
        else:
            earnings = float(row["Net Income Applicable to Common Shareholders"])
            implied[period_end] = earnings / float(row["Earnings Per Share"])
    splits = 7 if any(row["Ticker Symbol"] == "AAPL" for row in annual.values()) else 1
    believed = {}
    for period_end, shares in implied.items():
        others = [value for other, value in implied.items() if other != period_end]
        if shares > 0 and any(fits(shares, other, splits) for other in others):
            believed[period_end] = float(f"{shares:.4g}")
        else:
            report["earnings per share: implied share count fits no other year"] += 1
            report.setdefault("refused per-share figures", []).append(
                f"{annual[period_end]['Ticker Symbol']} {period_end} {annual[period_end]['Earnings Per Share']}")
    return believed


def fits(shares, other, split):
    return any(1 / MAX_SHARE_CHANGE <= shares * factor / other <= MAX_SHARE_CHANGE for factor in (1, split, 1 / split))


def flow_start(period_end, year_before):
    """The day after the end of the year before, if that report is there and about a year older (52/53-week years).

    Otherwise the day after the same day a year earlier, which may be a few days off.
    """
    if year_before and 350 <= (period_end - year_before).days <= 380:
        return year_before + dt.timedelta(days=1)
    try:
        return period_end.replace(year=period_end.year - 1) + dt.timedelta(days=1)
    except ValueError:  # 29 February
        return dt.date(period_end.year - 1, 3, 1)


def fundamental(symbol, metric, start, end, value, currency):
    return [symbol, metric, start.isoformat(), end.isoformat(), "", value, currency]


# ---------------------------------------------------------------------------------------------------- assets

def asset_rows(sources, closes, shares_known):
    listed = {row["Ticker Symbol"]: row for row in read_gzip(sources / "metadata/sp500_securities_2017.csv.gz")}
    rows = []
    for sector, symbols in STOCKS.items():
        for symbol in symbols.split():
            rows.append(stock_row(symbol, sector, listed[symbol], market_cap(symbol, closes, shares_known)))
    for symbol, etf in ETFS.items():
        description = f"Exchange-traded fund: {etf.category}. {ETF_NOTES[etf.source]}"
        rows.append([symbol, etf.name, "etf", etf.exchange, "USD", "", etf.category, "", "", etf.first_date, "",
                     description])
    return sorted(rows)


def stock_row(symbol, sector, listed, cap):
    if listed["GICS Sector"] != sector:
        raise SystemExit(f"{symbol}: sector {listed['GICS Sector']} in the source, {sector} here")
    industry = listed["GICS Sub Industry"]
    home = listed["Address of Headquarters"]
    if listed["Country"] not in ("", "United States"):
        home += ", " + listed["Country"]
    description = f"{industry}; headquarters in {home}; member of the S&P 500 in 2017."
    if cap:
        description += f" Market capitalisation estimated as of {MARKET_CAP_DAY}."
    first_date = "2012-05-18" if symbol == "FB" else ""  # the others were listed before the source begins
    exchange = NASDAQ if symbol in ON_NASDAQ else NYSE
    return [symbol, listed["Security"], "stock", exchange, "USD", sector, industry, cap, listed["CIK"].lstrip("0"),
            first_date, "", description]


def market_cap(symbol, closes, shares_known):
    """Latest believable share count x close of MARKET_CAP_DAY, to 3 figures: an estimate, empty where unknown.

    Annual reports up to December 2016 are long public on that day. Apple's count after its split is the latest.
    """
    counts = shares_known.get(symbol, {})
    if not counts or max(counts) < dt.date(2014, 7, 1):
        return ""
    return f"{float(f'{counts[max(counts)] * closes[symbol]:.3g}'):.0f}"


# ---------------------------------------------------------------------------------------------------- observations

def observation_rows(sources, report):
    """(series.csv rows, observations.csv rows). Values as in the source; a holiday's empty row is left out."""
    last = {}
    values = []
    catalog = dict(FRED, VIX=VIX, GOLD=GOLD)
    for currency in ECB_CURRENCIES:
        catalog[f"EUR{currency}"] = Series(f"Euro in {currency}, ECB reference rate", "forex", f"{currency} per EUR",
                                           "D", 0)
    for series, date, value in raw_observations(sources):
        if series not in catalog or date < SERIES_FIRST_DAY:
            continue
        if value == "":
            report["observations: empty in the source (holiday)"] += 1
        elif known_from(date, catalog[series]) > LAST_DAY:
            report["observations: not yet published at the bundle's end, or later"] += 1
        else:
            values.append([series, date, value])
    definitions = [[name, s.name, s.asset_type, s.unit, s.frequency] for name, s in sorted(catalog.items())]
    return definitions, sorted(values)


def known_from(date, series):
    days = PERIOD_DAYS[series.frequency] - 1 + series.lag_days
    return (dt.date.fromisoformat(date) + dt.timedelta(days=days)).isoformat()


def raw_observations(sources):
    for row in read_gzip(sources / "macro/fred_series_long.csv.gz"):
        yield row["series_id"], row["date"], row["value"]
    for row in read_gzip(sources / "macro/vix_daily_ohlc.csv.gz"):
        yield "VIX", row["DATE"], row["CLOSE"]
    for row in read_gzip(sources / "fx_crypto_commodities/gold_monthly_usd.csv.gz"):
        yield "GOLD", (row["Date"] + "-01")[:10], row["Price"]
    for row in read_gzip(sources / "fx_crypto_commodities/ecb_eurofxref_daily.csv.gz"):
        for currency in ECB_CURRENCIES:
            yield f"EUR{currency}", row["Date"], row[currency]


# ---------------------------------------------------------------------------------------------------- headlines

def article_rows(sources, wanted, report):
    stories = read_stories(sources, wanted, report)
    return [[date, ";".join(sorted(stories[date, title])), "Reuters", "news", title, "", ""]
            for date, title in pick_stories(stories, report)]


def read_stories(sources, wanted, report):
    """(date, title) -> symbols. The source repeats a story for every company it names; here it is one row."""
    stories = defaultdict(set)
    for row in read_gzip(sources / "news/reuters_headlines_2011_2017.csv.gz"):
        symbol = RENAMED_SINCE.get(row["symbol"], row["symbol"])
        if symbol not in wanted or not in_period(row["date"]):
            continue
        if len(row["title"].strip()) < MIN_TITLE_LENGTH:
            report[f"articles: title shorter than {MIN_TITLE_LENGTH} characters"] += 1
        else:
            stories[row["date"], row["title"]].add(symbol)
    return stories


def pick_stories(stories, report):
    """At most MAX_STORIES: per company an even sample of the last month, of the last year and of the time before.

    The last two have fixed sizes; the first is as large as the limit allows.
    """
    by_symbol = defaultdict(list)
    for story in sorted(stories):
        for symbol in stories[story]:
            by_symbol[symbol].append(story)
    for earlier_per_symbol in range(100, 0, -1):
        picked = {story for own in by_symbol.values() for story in sample_of_company(own, earlier_per_symbol)}
        if len(picked) <= MAX_STORIES:
            report["articles: stories in the source"] = len(stories)
            report["articles: earlier stories per company"] = earlier_per_symbol
            return sorted(picked)
    raise SystemExit("the fixed samples alone exceed the limit")


def sample_of_company(own, earlier_per_symbol):
    month = [story for story in own if story[0] >= LAST_MONTH_FROM]
    year = [story for story in own if LAST_YEAR_FROM <= story[0] < LAST_MONTH_FROM]
    earlier = [story for story in own if story[0] < LAST_YEAR_FROM]
    return (evenly(month, LAST_MONTH_PER_SYMBOL) + evenly(year, LAST_YEAR_PER_SYMBOL)
            + evenly(earlier, earlier_per_symbol))


def evenly(items, size):
    if len(items) <= size:
        return items
    return [items[index * len(items) // size] for index in range(size)]


# ---------------------------------------------------------------------------------------------------- writing

def write_csv(path, header, rows):
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    data = text.getvalue().encode("utf-8")
    if path.suffix == ".gz":
        data = gzip.compress(data, compresslevel=9, mtime=0)
    path.write_bytes(data)
    print(f"{path.name:24} {len(rows):7,} rows {len(data):10,} bytes")


def write_bundle(out, bundle):
    out.mkdir(parents=True, exist_ok=True)
    manifest = {
        "name": f"Lumia demo: {len(stock_symbols())} US companies and {len(ETFS)} funds, 2012-2017",
        "as_of": LAST_DAY,
        "price_basis": PRICE_BASIS,
        "currency": "USD",
        "licence": "Mixed: permissive and CC0 wrappers over third-party facts; see NOTICE.md beside this folder",
        "source": "Public GitHub data repositories (Yahoo Finance, QuantConnect Lean, FRED, ECB, SEC 10-K, Reuters"
                  " headlines); see NOTICE.md",
    }
    (out / "bundle.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    write_csv(out / "assets.csv", "symbol name asset_type exchange currency sector industry market_cap cik first_date"
                                  " last_date description".split(), bundle["assets"])
    write_csv(out / "bars.csv.gz", BAR_COLUMNS, bundle["bars"])
    write_csv(out / "actions.csv.gz", ["symbol", "date", "kind", "value"], bundle["actions"])
    write_csv(out / "series.csv", ["id", "name", "asset_type", "unit", "frequency"], bundle["series"])
    write_csv(out / "observations.csv.gz", ["series", "date", "value"], bundle["observations"])
    write_csv(out / "fundamentals.csv.gz", "symbol metric period_start period_end reported_at value currency".split(),
              bundle["fundamentals"])
    write_csv(out / "articles.csv.gz", "published_at symbols source kind title body url".split(), bundle["articles"])


# ---------------------------------------------------------------------------------------------------- checking

def self_check(sources, bundle):
    """Stops on what must not be; counts what is wrong in the real data and stays in."""
    by_symbol = defaultdict(list)
    for row in bundle["bars"]:
        by_symbol[row[0]].append(row)
    sessions = [row[1] for row in by_symbol["SPY"]]
    symbols = [row[0] for row in bundle["assets"]]
    require(sorted(by_symbol) == sorted(symbols), "every asset has bars")
    for symbol, rows in by_symbol.items():
        require([row[1] for row in rows] == sessions, f"{symbol} has the sessions of SPY")
    print(f"{len(symbols)} assets, {len(sessions)} sessions {sessions[0]}..{sessions[-1]}, no session missing")
    check_raw(sources, by_symbol)
    defects = Counter()
    for symbol, date, *numbers in bundle["bars"]:
        opening, high, low, close, volume, _ = (float(number) for number in numbers)
        defects["low above high"] += low > high
        defects["open outside low..high"] += not low <= opening <= high
        defects["close outside low..high"] += not low <= close <= high
        defects["zero volume"] += volume == 0
        defects["price not positive"] += min(opening, high, low, close) <= 0
        defects["high or low over 8 % off open..close (many on 2015-08-24; some off-tape prints)"] += (
            high > max(opening, close) * 1.08 or low < min(opening, close) / 1.08)
    for defect, count in defects.items():
        print(f"  real defects, kept: {count:5} bars with {defect}")
    companies = {symbol for _, names, *_ in bundle["articles"] for symbol in names.split(";")}
    print(f"  {len(companies)} companies have headlines; none: {sorted(set(stock_symbols()) - companies)}")
    reported = {row[0] for row in bundle["fundamentals"]}
    print(f"  {len(reported)} companies have fundamentals; none: {sorted(set(stock_symbols()) - reported)}")
    print(f"  {sum(row[7] != '' for row in bundle['assets'])} companies have a market capitalisation")
    require(not any(row[5] for row in bundle["articles"]), "no article has a body")
    require(len(bundle["articles"]) <= MAX_STORIES, "articles within the limit")


def check_raw(sources, by_symbol):
    """Prices of stocks are as traded: whole cents, and as in the older price column of the 10-K table."""
    for symbol in stock_symbols():
        for row in by_symbol[symbol]:
            require(abs(float(row[5]) * 100 - round(float(row[5]) * 100)) < 1e-6, f"{symbol} {row[1]} closes in cents")
    compared = 0
    for row in read_gzip(sources / "fundamentals/nyse_annual_fundamentals_2012_2016.csv.gz"):
        symbol = row["Ticker Symbol"]
        if symbol not in by_symbol or symbol in LEAN_SYMBOLS or not row["Price"]:
            continue  # the table's Apple prices are adjusted for its split
        month, day, year = (int(part) for part in row["Period Ending"].split("/"))
        end = dt.date(year, month, day).isoformat()
        before = [bar_row for bar_row in by_symbol[symbol] if bar_row[1] <= end][-1:]
        if before:
            require(abs(float(before[0][5]) / float(row["Price"]) - 1) < 1e-4, f"{symbol} {end} is not raw")
            compared += 1
    print(f"prices are raw: all stock closes are whole cents; {compared} equal the price column of the 10-K table")


def require(condition, what):
    if not condition:
        raise SystemExit(f"self-check failed: {what}")


def check_dividends(path, actions):
    """Precision, recall and error of the derived dividends against a list of known ones."""
    known = {}
    for row in read_gzip(path):
        if in_period(row["Date"]) and row["Date"] > FIRST_DAY and float(row["Dividends"]) > 0:
            known[RENAMED_SINCE.get(row["Symbol"], row["Symbol"]), row["Date"]] = float(row["Dividends"])
    covered = {symbol for symbol, _ in known}
    derived = {(s, d): float(v) for s, d, kind, v in actions if kind == "dividend" and s in covered}
    asked = {key: value for key, value in known.items() if key[0] in set(stock_symbols())}
    hits = sorted(set(derived) & set(asked))
    print(f"dividends of {len({s for s, _ in derived})} companies also in the list: {len(derived)} derived, "
          f"{len(asked)} listed, {len(hits)} on the same day: "
          f"precision {len(hits) / len(derived):.4f}, recall {len(hits) / len(asked):.4f}")
    units = share_units(hits, derived, asked, actions)
    errors = sorted((abs(derived[key] / asked[key] / units[key] - 1), key) for key in hits)
    for share in (0.5, 0.99, 1):
        print(f"  relative error of the amount, quantile {share}: {errors[int((len(errors) - 1) * share)]}")
    print("  derived, not listed:", sorted(set(derived) - set(asked)))
    print("  listed, not derived:", sorted(set(asked) - set(derived)))
    print("  listed per share of a later split:", sorted({(key[0], round(unit, 3)) for key, unit in units.items()
                                                         if abs(unit - 1) > 0.001}))


def share_units(hits, derived, asked, actions):
    """The list may count in shares of a later split: 1, or else the usual other ratio of the company in that era.

    An era ends with a split of ours. One company's list (LRCX) mixes both units.
    """
    split_days = {symbol: date for symbol, date, kind, _ in actions if kind == "split"}
    eras = defaultdict(list)
    ratios = {key: derived[key] / asked[key] for key in hits}
    other_unit = {key for key in hits if abs(ratios[key] - 1) > 0.05}
    for symbol, date in other_unit:
        eras[symbol, date >= split_days.get(symbol, "")].append(ratios[symbol, date])
    return {(symbol, date): statistics.median(eras[symbol, date >= split_days.get(symbol, "")])
            if (symbol, date) in other_unit else 1.0 for symbol, date in hits}


# ---------------------------------------------------------------------------------------------------- all of it

def build(sources):
    report = Counter()
    factors = read_factors(sources)
    bars = sorted(read_stocks(sources) + read_lean(sources, factors) + read_etfs(sources), key=lambda row: row[:2])
    sessions = [row[1] for row in bars if row[0] == "SPY"]
    closes = {row[0]: float(row[5]) for row in bars if row[1] == MARKET_CAP_DAY}
    actions = derive_lean_actions(factors, sessions)
    for symbol in set(stock_symbols()) - LEAN_SYMBOLS:
        actions += derive_dividends([row for row in bars if row[0] == symbol])
    fundamentals, shares_known = fundamentals_rows(sources, set(stock_symbols()), report)
    series, observations = observation_rows(sources, report)
    bundle = {
        "bars": bars,
        "actions": sorted(actions),
        "assets": asset_rows(sources, closes, shares_known),
        "fundamentals": fundamentals,
        "series": series,
        "observations": observations,
        "articles": article_rows(sources, set(stock_symbols()), report),
    }
    return bundle, report


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path, help="folder of the source files")
    parser.add_argument("out", type=Path, help="folder of the bundle")
    parser.add_argument("--check-dividends", type=Path, help="gzip CSV of known dividends to measure against")
    arguments = parser.parse_args()
    bundle, report = build(arguments.sources)
    self_check(arguments.sources, bundle)
    for what, count in report.items():
        print(f"  {what}: {count}")
    write_bundle(arguments.out, bundle)
    if arguments.check_dividends:
        check_dividends(arguments.check_dividends, bundle["actions"])


if __name__ == "__main__":
    main()
