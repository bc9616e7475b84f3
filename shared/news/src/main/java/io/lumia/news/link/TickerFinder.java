package io.lumia.news.link;

import io.lumia.news.link.Mention.Verdict;
import io.lumia.news.link.TokenizedText.Shape;
import io.lumia.news.link.TokenizedText.Style;
import io.lumia.news.link.TokenizedText.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds tickers where their form or their neighbours say that they are some: $AAPL, (NASDAQ: AAPL), &lt;AAPL.O&gt;, AAPL US
 * Equity, "AAPL shares", AAPL +3%, three in a row in a post. A bare word is none.
 */
final class TickerFinder {

    private static final int LONGEST_SYMBOL = 6;
    private static final int SHORTEST_LIST = 3;
    private static final Pattern SIGNED_PERCENT =
            Pattern.compile(" ?\\(?[+\\-−]\\d{1,4}(?:[.,]\\d{1,4})? ?%.*", Pattern.DOTALL);
    private static final int LONGEST_PERCENT = 16;

    private final AssetIndex index;

    TickerFinder(AssetIndex index) {
        this.index = index;
    }

    /** A symbol with its place; the market is absent where the form does not tell it. */
    private record Found(
            String symbol, int first, int last, int start, int end, Optional<Market> market, Verdict verdict) {}

    List<Mention> find(TokenizedText text, TextKind kind, LocalDate day) {
        List<Mention> mentions = new ArrayList<>();
        boolean[] listed = kind == TextKind.SOCIAL ? listed(text) : new boolean[text.size()];
        for (int i = 0; i < text.size(); i++) {
            Optional<Found> found = at(text, kind, i, listed[i]);
            if (found.isPresent()) {
                add(found.get(), day, mentions);
                i = found.get().last();
            }
        }
        return mentions;
    }

    private void add(Found found, LocalDate day, List<Mention> mentions) {
        List<Integer> assets = index.traded(found.symbol(), day).stream()
                .filter(asset -> found.market().isEmpty()
                        || found.market().get().fits(index.asset(asset).exchangeMic()))
                .toList();
        long companies = assets.stream().map(index::company).distinct().count();
        if (companies == 1) {
            for (int asset : assets) {
                mentions.add(new Mention(
                        asset,
                        NameForm.TICKER,
                        found.first(),
                        found.last(),
                        found.start(),
                        found.end(),
                        found.verdict()));
            }
        }
    }

    private Optional<Found> at(TokenizedText text, TextKind kind, int i, boolean listed) {
        Token token = text.token(i);
        boolean letters =
                token.word().length() <= LONGEST_SYMBOL && token.word().chars().allMatch(TickerFinder::isLatin);
        if (!letters) {
            return exchangePair(text, i);
        }
        return cashtag(text, kind, i)
                .or(() -> exchangePair(text, i))
                .or(() -> token.shape() == Shape.UPPER ? inCapitals(text, i, listed) : Optional.empty());
    }

    private Optional<Found> inCapitals(TokenizedText text, int i, boolean listed) {
        return reutersCode(text, i)
                .or(() -> bloombergCode(text, i))
                .or(() -> inBrackets(text, i))
                .or(() -> listed || inContext(text, i) ? Optional.of(bare(text, i)) : Optional.empty());
    }

    private static boolean isLatin(int unit) {
        return unit >= 'a' && unit <= 'z';
    }

    /** $AAPL, $BRK.B; in posts $aapl too. Not $5, US$5, $USD. */
    private Optional<Found> cashtag(TokenizedText text, TextKind kind, int i) {
        Token token = text.token(i);
        int dollar = token.start() - 1;
        boolean tagged = dollar >= 0
                && text.text().charAt(dollar) == '$'
                && (dollar == 0 || !Character.isLetterOrDigit(text.text().charAt(dollar - 1)))
                && (token.shape() == Shape.UPPER || kind == TextKind.SOCIAL)
                && !WordLists.CURRENCIES.contains(token.word());
        if (!tagged) {
            return Optional.empty();
        }
        Found symbol = withClass(text, i, dollar, Optional.empty());
        return Optional.of(symbol);
    }

    /** The symbol with its class letter, where there is one that trades: BRK.B. */
    private Found withClass(TokenizedText text, int i, int start, Optional<Market> market) {
        Token token = text.token(i);
        String plain = token.word().toUpperCase(Locale.ROOT);
        if (i + 1 < text.size()) {
            Token next = text.token(i + 1);
            boolean close =
                    next.start() == token.end() + 1 && next.word().length() == 1 && next.shape() == token.shape();
            boolean joined = close && "./-".indexOf(text.text().charAt(token.end())) >= 0;
            String full = plain + '.' + next.word().toUpperCase(Locale.ROOT);
            if (joined && index.isTicker(full)) {
                return new Found(full, i, i + 1, start, next.end(), market, Verdict.ACCEPTED);
            }
        }
        return new Found(plain, i, i, start, token.end(), market, Verdict.ACCEPTED);
    }

    /** NASDAQ: AAPL, (NYSE:GE), NYSE American: X. */
    private Optional<Found> exchangePair(TokenizedText text, int i) {
        Optional<Market> market = Market.ofExchange(text.word(i));
        if (market.isEmpty()) {
            return Optional.empty();
        }
        int symbol = i + 1;
        if (symbol < text.size() && Market.isTier(text.word(symbol)) && !colonBetween(text, i, symbol)) {
            symbol++;
        }
        boolean pair = symbol < text.size()
                && text.token(symbol).shape() == Shape.UPPER
                && text.word(symbol).length() <= LONGEST_SYMBOL
                && colonBetween(text, symbol - 1, symbol);
        return pair ? Optional.of(withClass(text, symbol, text.token(symbol).start(), market)) : Optional.empty();
    }

    private static boolean colonBetween(TokenizedText text, int left, int right) {
        int from = text.token(left).end();
        int to = text.token(right).start();
        return to - from <= 3
                && to > from
                && text.text().substring(from, to).strip().equals(":");
    }

    /** AAPL.O in brackets of any kind, or without them where the symbol has two letters. */
    private Optional<Found> reutersCode(TokenizedText text, int i) {
        Token token = text.token(i);
        boolean dotted = i + 1 < text.size()
                && text.token(i + 1).start() == token.end() + 1
                && text.text().charAt(token.end()) == '.'
                && text.token(i + 1).shape() == Shape.UPPER;
        if (!dotted) {
            return Optional.empty();
        }
        Token suffix = text.token(i + 1);
        Optional<Market> market = Market.ofReutersSuffix(suffix.word());
        boolean bracketed = token.start() > 0 && "<([".indexOf(text.text().charAt(token.start() - 1)) >= 0;
        return market.isPresent() && (bracketed || token.word().length() >= 2)
                ? Optional.of(new Found(
                        token.word().toUpperCase(Locale.ROOT),
                        i,
                        i + 1,
                        token.start(),
                        suffix.end(),
                        market,
                        Verdict.ACCEPTED))
                : Optional.empty();
    }

    /** AAPL US Equity. */
    private Optional<Found> bloombergCode(TokenizedText text, int i) {
        boolean code = text.word(i + 1).equals("us") && text.word(i + 2).equals("equity");
        Token token = text.token(i);
        return code
                ? Optional.of(new Found(
                        token.word().toUpperCase(Locale.ROOT),
                        i,
                        i + 2,
                        token.start(),
                        token.end(),
                        Optional.of(Market.US),
                        Verdict.ACCEPTED))
                : Optional.empty();
    }

    /** "Raytheon (RTN)": proves nothing alone, as (WSJ) and (CEO) show, but underlines a name. */
    private Optional<Found> inBrackets(TokenizedText text, int i) {
        Token token = text.token(i);
        boolean brackets = token.start() > 0
                && text.text().charAt(token.start() - 1) == '('
                && token.end() < text.text().length()
                && text.text().charAt(token.end()) == ')';
        Found bare = bare(text, i);
        return brackets
                ? Optional.of(new Found(
                        bare.symbol(), i, i, bare.start(), bare.end(), Optional.empty(), Verdict.NEEDS_SUPPORT))
                : Optional.empty();
    }

    private boolean inContext(TokenizedText text, int i) {
        Token token = text.token(i);
        if (token.word().length() < 2) {
            return false;
        }
        if (signedPercentFollows(text, token)) {
            return !text.token(i).word().equals("us");
        }
        boolean word = index.isNameOfAnother(token.word())
                || WordLists.NO_TICKER.contains(token.word())
                || text.style() == Style.ALL_CAPS && !WordLists.isDistinctive(token.word());
        boolean after = i + 1 < text.size()
                && !text.token(i + 1).breakBefore()
                && WordLists.TICKER_AFTER.contains(text.word(i + 1));
        boolean before = i > 0 && !token.breakBefore() && WordLists.TICKER_BEFORE.contains(text.word(i - 1));
        return !word && (after || before);
    }

    private static boolean signedPercentFollows(TokenizedText text, Token token) {
        int to = Math.min(text.text().length(), token.end() + LONGEST_PERCENT);
        return SIGNED_PERCENT.matcher(text.text().substring(token.end(), to)).matches();
    }

    private static Found bare(TokenizedText text, int i) {
        Token token = text.token(i);
        return new Found(
                token.word().toUpperCase(Locale.ROOT),
                i,
                i,
                token.start(),
                token.end(),
                Optional.empty(),
                Verdict.ACCEPTED);
    }

    /** Which words stand in a row of at least three known tickers. */
    private boolean[] listed(TokenizedText text) {
        boolean[] listed = new boolean[text.size()];
        int run = 0;
        for (int i = 0; i <= text.size(); i++) {
            boolean ticker = i < text.size()
                    && text.style() != Style.ALL_CAPS
                    && text.token(i).shape() == Shape.UPPER
                    && !WordLists.NO_TICKER.contains(text.word(i))
                    && index.isTicker(text.word(i));
            if (ticker) {
                run++;
            } else {
                for (int k = i - run; k < i && run >= SHORTEST_LIST; k++) {
                    listed[k] = true;
                }
                run = 0;
            }
        }
        return listed;
    }
}
