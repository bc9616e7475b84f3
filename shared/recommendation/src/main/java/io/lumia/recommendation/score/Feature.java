package io.lumia.recommendation.score;

import java.util.Locale;

/**
 * A number by which assets are ranked against each other. Its value is as of the snapshot; where an asset lacks what it is made
 * of, it is not known, never zero.
 */
public enum Feature {
    /** The year up to a month ago: winners of a year tend to go on (Jegadeesh and Titman, Journal of Finance 1993). */
    MOMENTUM_12_1(Part.TECHNICAL, Theme.MOMENTUM, true, "Return from 12 months to 1 month ago"),
    RETURN_30D(Part.TECHNICAL, Theme.MOMENTUM, true, "Return of the last 30 days"),
    TREND_50(Part.TECHNICAL, Theme.TREND, true, "Close against its mean of 50 sessions"),
    TREND_200(Part.TECHNICAL, Theme.TREND, true, "Close against its mean of 200 sessions"),
    /** Calm assets earned more for their risk (Ang, Hodrick, Xing and Zhang, Journal of Finance 2006). */
    VOLATILITY(Part.TECHNICAL, Theme.LOW_RISK, false, "Volatility of the last 252 daily returns, a year"),
    DRAWDOWN(Part.TECHNICAL, Theme.LOW_RISK, true, "Deepest fall from a high within a year, zero or below"),

    NEWS_SENTIMENT(Part.SENTIMENT, Theme.NEWS, true, "Mean score of fresh news, shrunk by how few they are"),
    SOCIAL_SENTIMENT(Part.SENTIMENT, Theme.SOCIAL, true, "Mean score of fresh posts, shrunk by how few they are"),

    EARNINGS_YIELD(Part.FUNDAMENTAL, Theme.VALUE, true, "Net income of a year / market capitalisation"),
    BOOK_TO_PRICE(Part.FUNDAMENTAL, Theme.VALUE, true, "Equity / market capitalisation"),
    CASH_FLOW_YIELD(
            Part.FUNDAMENTAL,
            Theme.VALUE,
            true,
            "Operating cash flow less capital expenditures / market capitalisation"),
    RETURN_ON_EQUITY(Part.FUNDAMENTAL, Theme.QUALITY, true, "Net income of a year / equity"),
    /** R. Novy-Marx, "The Other Side of Value", Journal of Financial Economics 2013. */
    GROSS_PROFITABILITY(Part.FUNDAMENTAL, Theme.QUALITY, true, "Gross profit of a year / total assets"),
    OPERATING_MARGIN(Part.FUNDAMENTAL, Theme.QUALITY, true, "Operating income / revenue"),
    REVENUE_GROWTH(Part.FUNDAMENTAL, Theme.GROWTH, true, "Revenue of a year against the year before"),
    INCOME_GROWTH(
            Part.FUNDAMENTAL, Theme.GROWTH, true, "Change of net income in a year / the size of the year before's"),
    LEVERAGE(Part.FUNDAMENTAL, Theme.LEVERAGE, false, "Total liabilities / total assets");

    private final Part part;
    private final Theme theme;
    private final boolean moreIsBetter;
    private final String definition;

    Feature(Part part, Theme theme, boolean moreIsBetter, String definition) {
        this.part = part;
        this.theme = theme;
        this.moreIsBetter = moreIsBetter;
        this.definition = definition;
    }

    /** What features of a kind stand for. */
    public enum Theme {
        MOMENTUM,
        TREND,
        LOW_RISK,
        NEWS,
        SOCIAL,
        VALUE,
        QUALITY,
        GROWTH,
        LEVERAGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Part part() {
        return part;
    }

    public Theme theme() {
        return theme;
    }

    /** Whether a larger value is ranked higher. */
    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    public String definition() {
        return definition;
    }
}
