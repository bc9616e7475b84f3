package io.lumia.recommendation.advice;

import java.util.List;

/**
 * A portfolio with its reasons.
 *
 * @param positions   largest first
 * @param nextInLine  assets that would come in next
 * @param sales       present holdings that are not part of it
 * @param warnings    what a reader must know before he believes it
 * @param explanation in plain words, made from the numbers
 */
public record Recommended(
        Basis basis,
        List<Position> positions,
        PortfolioSummary summary,
        Projection projection,
        List<NextInLine> nextInLine,
        List<Sale> sales,
        List<String> warnings,
        List<String> explanation,
        String disclaimer)
        implements Advice {

    public Recommended {
        positions = List.copyOf(positions);
        nextInLine = List.copyOf(nextInLine);
        sales = List.copyOf(sales);
        warnings = List.copyOf(warnings);
        explanation = List.copyOf(explanation);
    }

    /**
     * An asset that is not held.
     *
     * @param expectedReturn a year, above the risk-free rate
     * @param needed         above which it would come in
     */
    public record NextInLine(String symbol, double overall, double expectedReturn, double needed) {}

    /** A present holding that is not part of the portfolio. @param reason why not */
    public record Sale(String symbol, java.math.BigDecimal shares, String reason) {}
}
