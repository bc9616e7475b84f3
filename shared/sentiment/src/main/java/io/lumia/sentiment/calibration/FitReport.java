package io.lumia.sentiment.calibration;

import io.lumia.sentiment.TextKind;
import java.util.List;

/** A fitted calibration and what it is worth. Everything cross-validated is of ten folds, each judged by a fit on the other nine. */
public record FitReport(Calibration calibration, List<KindReport> kinds) {

    /**
     * @param accuracy  of the model, which calibration does not change
     * @param before  the model's own probabilities
     * @param after  temperature scaled, cross-validated
     * @param isotonic  the staircase instead, cross-validated
     * @param withAgreement  temperature and the lexicon's agreement, cross-validated
     * @param logLossAfter  mean −ln of the probability given to what happened (right or wrong), temperature alone
     * @param logLossWithAgreement  the same with the agreement
     * @param thresholds  what each threshold would withhold
     */
    public record KindReport(
            TextKind kind,
            int texts,
            double accuracy,
            ReliabilityTable before,
            ReliabilityTable after,
            ReliabilityTable isotonic,
            ReliabilityTable withAgreement,
            double logLossAfter,
            double logLossWithAgreement,
            List<Trade> thresholds) {}

    /**
     * @param coverage  the share that is answered
     * @param accuracy  of what is answered
     * @param accuracyWithheld  of what is not; 0 where nothing is withheld
     */
    public record Trade(double threshold, double coverage, double accuracy, double accuracyWithheld) {}

    public FitReport {
        kinds = List.copyOf(kinds);
    }
}
