package io.lumia.recommendation.explanation;

import io.lumia.recommendation.portfolio.Candidate;
import io.lumia.recommendation.score.Contribution;
import io.lumia.recommendation.score.Feature;
import io.lumia.recommendation.score.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sentences about an asset, made of its numbers. */
final class Words {

    /** A percentile from here on speaks for an asset, one below its mirror image against it. */
    private static final double NOTABLE = 0.7;

    private static final int MOST = 3;

    private Words() {}

    static List<String> of(Candidate candidate) {
        List<String> words = new ArrayList<>();
        list("for it", candidate, part -> part.percentile() >= NOTABLE, words);
        list("against it", candidate, part -> part.percentile() <= 1 - NOTABLE, words);
        for (Part part : Part.values()) {
            if (!candidate.score().part(part).isKnown()) {
                words.add("nothing known: " + part.code());
            }
        }
        return words;
    }

    private static void list(
            String side, Candidate candidate, java.util.function.Predicate<Contribution> wanted, List<String> words) {
        List<String> found = candidate.score().contributions().stream()
                .filter(wanted)
                .sorted(Comparator.comparingDouble((Contribution part) -> -strength(part))
                        .thenComparing(Contribution::feature))
                .limit(MOST)
                .map(Words::phrase)
                .toList();
        if (!found.isEmpty()) {
            words.add(side + ": " + String.join("; ", found));
        }
    }

    /** How much it moves the score away from the middle. */
    private static double strength(Contribution part) {
        return part.weight() * Math.abs(part.percentile() - 0.5);
    }

    private static String phrase(Contribution part) {
        return String.format(
                Locale.ROOT,
                "%s %s, better than %.0f %% of its peers",
                name(part.feature()),
                value(part),
                part.percentile() * 100);
    }

    private static String name(Feature feature) {
        return feature.code().replace('_', ' ');
    }

    private static String value(Contribution part) {
        return switch (part.feature()) {
            case NEWS_SENTIMENT, SOCIAL_SENTIMENT -> String.format(Locale.ROOT, "%+.2f", part.value());
            case MOMENTUM_12_1,
                    RETURN_30D,
                    TREND_50,
                    TREND_200,
                    VOLATILITY,
                    DRAWDOWN,
                    EARNINGS_YIELD,
                    BOOK_TO_PRICE,
                    CASH_FLOW_YIELD,
                    RETURN_ON_EQUITY,
                    GROSS_PROFITABILITY,
                    OPERATING_MARGIN,
                    REVENUE_GROWTH,
                    INCOME_GROWTH,
                    LEVERAGE -> String.format(Locale.ROOT, "%+.1f %%", part.value() * 100);
        };
    }
}
