package io.lumia.news.text;

import io.lumia.market.ArticleKind;
import io.lumia.news.ArticleType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells an article's type from where it was published and how its title is made. The first rule that fits decides:
 *
 * <ol>
 *   <li>the kind of source: a filing is a filing, a post is social;
 *   <li>a central bank or authority as publisher: announcement;
 *   <li>a desk's word for a view before the title (COLUMN, ANALYSIS, Breakingviews, RESEARCH ALERT, …): analysis;
 *   <li>a market report, a digest or a diary (US STOCKS, PRESS DIGEST, …): news, though it speaks of earnings;
 *   <li>a rating agency's action, analysts, target prices, up- and downgrades, "why …", "should you …": analysis;
 *   <li>a reported or forecast number of a period (earnings per share, quarterly profit, results, sales that beat or
 *       miss, guidance): earnings;
 *   <li>a press-release wire, BRIEF, or a company that announces, declares or appoints: announcement;
 *   <li>else news.
 * </ol>
 *
 * <p>The rules are of English. They are rules of thumb: a type filters lists and weighs nothing.
 */
public final class ArticleTypes {

    private static final int RULES_READ = 300;

    private static final Set<String> AUTHORITIES = Set.of(
            "federal reserve",
            "fed",
            "ecb",
            "european central bank",
            "bank of england",
            "bank of japan",
            "sec",
            "u.s. securities and exchange commission",
            "federal reserve board",
            "bls",
            "us treasury");

    private static final Set<String> WIRES = Set.of(
            "pr newswire",
            "prnewswire",
            "business wire",
            "businesswire",
            "globenewswire",
            "globe newswire",
            "accesswire",
            "newsfile",
            "newsfile corp",
            "marketwired",
            "ein presswire");

    private static final Pattern VERSION = Pattern.compile(
            "(?:(?:OFFICIAL )?CORRECT(?:ED|ION)|UPDATE|WRAPUP|LEAD|REFILE|RPT|REPEAT|TEXT)(?: \\d{1,2})? ?- ?");

    private static final Pattern VIEW = Pattern.compile(
            "(?:COLUMN|ANALYSIS|INSIGHT|COMMENTARY|OPINION|BREAKINGVIEWS|RESEARCH ALERT|BUY OR SELL|HOW TO PLAY IT"
                    + "|INVESTMENT FOCUS|DEALTALK|PREVIEW|REUTERS SELECT|COX|LEX|HEARD ON THE STREET|FEATURE|FUNDVIEW|BUZZ)\\b ?[-:–].*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKET = Pattern.compile(
            "(?:[A-Z]+ STOCKS(?: SNAPSHOT)?|GLOBAL MARKETS|PRESS DIGEST|TREASURIES|FOREX|METALS|PRECIOUS|MOVES|DIARY|FACTBOX"
                    + "|HIGHLIGHTS|TIMELINE|TABLE|EMERGING MARKETS|MONEY MARKETS|AIRSHOW|ON THE MOVE) ?-.*"
                    + "|.*\\b(?:stocks|shares|wall st(?:reet)?|futures) (?:end|open|edge|little changed|to open|set to)\\b.*");

    private static final Pattern OPINION = Pattern.compile(
            ".*(?:\\banalysts?\\b|\\bprice targets?\\b|\\btarget price\\b|\\b(?:upgrade[sd]?|downgrade[sd]?)\\b|\\binitiates? coverage\\b"
                    + "|\\b(?:out|under)perform\\b|\\boverweight\\b|\\bunderweight\\b|\\bopinion\\b|\\bshould you\\b|\\bhere's\\b"
                    + "|\\bthings to (?:know|watch)\\b|\\bwhat to (?:know|watch|expect)\\b).*"
                    + "|(?:why|how|is|are|can|will|should|does|do)\\b.*\\?"
                    + "|why\\b.*|.*: why\\b.*"
                    + "|(?:fitch|moody's|s&p|dbrs)(?::| (?:rates|affirms|assigns|upgrades|downgrades|revises|says|places|cuts|raises|withdraws)\\b).*");

    private static final String MEASURE =
            "(?:profits?|loss(?:es)?|earnings|revenues?|sales|results?|net income|income|eps|shr|ebitda|margins?|nav)";
    private static final String PERIOD =
            "(?:q[1-4]|[1-4]q(?:'?\\d\\d)?|(?:first|second|third|fourth|holiday)[- ]quarter|quarterly|[1-4](?:st|nd|rd|th)[- ]qtr"
                    + "|qtr(?:ly)?|quarter|fy|full[- ]year|first[- ]half|half[- ]year|h[12]|annual|fiscal|\\d{4})";

    private static final Pattern EARNINGS =
            Pattern.compile(".*(?:\\beps\\b|\\bearnings per share\\b|\\bp/share\\b|\\bshr \\$"
                    + "|\\b" + PERIOD + "\\b.{0,60}\\b" + MEASURE + "\\b"
                    + "|\\b" + MEASURE + "\\b.{0,40}\\b" + PERIOD + "\\b"
                    + "|\\b" + MEASURE
                    + " (?:beats?|miss(?:es)?|tops?|jumps?|rises?|falls?|drops?|surges?|soars?|slumps?|plunges?|climbs?"
                    + "|slips?|shrinks?|narrows?|widens?|doubles?|trounces?|lags?|disappoints?|up|down|forecast|outlook|guidance|estimates?)\\b"
                    + "|\\b(?:beats?|miss(?:es)?|tops?|raises?|cuts?|lowers?|lifts?|reports?|posts?|swings? to|warns? on)\\b.{0,40}\\b"
                    + MEASURE + "\\b"
                    + "|\\b(?:sees|expects?|forecasts?|reaffirms?)\\b.{0,30}\\b" + MEASURE + "\\b"
                    + "|\\bguidance\\b).*");

    private static final Pattern ANNOUNCED = Pattern.compile(
            "brief ?-.*|.*\\b(?:announces?|declares? (?:a |an )?(?:\\w+ ){0,3}dividends?|appoints|to (?:host|webcast|present at))\\b.*");

    private ArticleTypes() {}

    /**
     * @param publisher as the source names it, perhaps empty
     * @param title     of normal form; its first 300 characters are read
     */
    public static ArticleType of(ArticleKind kind, String publisher, String title) {
        return switch (kind) {
            case FILING -> ArticleType.FILING;
            case SOCIAL -> ArticleType.SOCIAL;
            case NEWS -> ofNews(publisher.strip().toLowerCase(Locale.ROOT), bare(title));
        };
    }

    private static ArticleType ofNews(String publisher, String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        if (AUTHORITIES.contains(publisher)) {
            return ArticleType.ANNOUNCEMENT;
        }
        if (VIEW.matcher(title).matches()) {
            return ArticleType.ANALYSIS;
        }
        if (MARKET.matcher(title).matches()) {
            return ArticleType.NEWS;
        }
        if (OPINION.matcher(lower).matches()) {
            return ArticleType.ANALYSIS;
        }
        if (EARNINGS.matcher(lower).matches()) {
            return ArticleType.EARNINGS;
        }
        boolean announced =
                WIRES.contains(publisher) || ANNOUNCED.matcher(lower).matches();
        return announced ? ArticleType.ANNOUNCEMENT : ArticleType.NEWS;
    }

    /** Without the marks of a later version, which say nothing of the type. BRIEF and ANALYSIS stay. */
    private static String bare(String title) {
        String bare = title.length() <= RULES_READ ? title : title.substring(0, RULES_READ);
        var version = VERSION.matcher(bare);
        for (int mark = 0; mark < 3 && version.lookingAt(); mark++) {
            bare = bare.substring(version.end());
            version = VERSION.matcher(bare);
        }
        return bare;
    }
}
