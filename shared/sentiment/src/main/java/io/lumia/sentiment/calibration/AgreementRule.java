package io.lumia.sentiment.calibration;

import io.lumia.kernel.AppException;

/**
 * What the lexicon's agreement adds to the confidence, in log-odds: 0.7 doubles the odds of being right. The score is not
 * touched: measured on tweets, the lexicon adds nothing to who is right. It adds little to how sure one may be either;
 * docs/sentiment.md has the figures.
 */
public record AgreementRule(double agrees, double differs, double opposes) {

    /** The agreement is not asked. */
    public static final AgreementRule NONE = new AgreementRule(0.0, 0.0, 0.0);

    /** Twenty times the odds: more than a word list can know. */
    static final double LARGEST = 3.0;

    /** Confidences nearer to 0 or 1 than this have no log-odds to add to. */
    private static final double EDGE = 1e-6;

    public AgreementRule {
        for (double logOdds : new double[] {agrees, differs, opposes}) {
            if (!(Math.abs(logOdds) <= LARGEST)) {
                throw AppException.invalid("agreement log-odds", logOdds, "-3 to 3");
            }
        }
    }

    public double apply(double confidence, Agreement agreement) {
        return moved(
                confidence,
                switch (agreement) {
                    case AGREES -> agrees;
                    case DIFFERS -> differs;
                    case OPPOSES -> opposes;
                });
    }

    static double moved(double confidence, double logOdds) {
        double inside = Math.clamp(confidence, EDGE, 1.0 - EDGE);
        double odds = inside / (1.0 - inside) * Math.exp(logOdds);
        return odds / (1.0 + odds);
    }
}
