package io.lumia.recommendation.portfolio;

import io.lumia.quant.moments.CovarianceEstimate;
import io.lumia.recommendation.configuration.ReturnRules;
import io.lumia.recommendation.request.InvestmentHorizon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimates returns of candidates of one snapshot. What a covariance costs is paid once for the same candidates; the newest
 * {@value #MAX_KEPT} are kept. Belongs to one snapshot, and may be used by several threads.
 */
public final class ReturnModel {

    static final int MAX_KEPT = 8;

    private final Map<List<String>, Moments> kept = new LinkedHashMap<>(MAX_KEPT * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Moments> eldest) {
            return size() > MAX_KEPT;
        }
    };

    private record Moments(CommonReturns common, CovarianceEstimate covariance) {}

    ReturnEstimate estimate(List<Candidate> candidates, ReturnRules rules, InvestmentHorizon horizon) {
        Moments moments = moments(candidates, rules);
        return ReturnEstimate.of(candidates, moments.common, moments.covariance, rules, horizon);
    }

    private Moments moments(List<Candidate> candidates, ReturnRules rules) {
        List<String> key = candidates.stream()
                .map(candidate -> candidate.asset().id().toString())
                .toList();
        synchronized (kept) {
            Moments known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        CommonReturns common = CommonReturns.of(
                candidates.stream().map(candidate -> candidate.asset().prices()).toList());
        Moments made = new Moments(common, ReturnEstimate.covariance(common, rules));
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }
}
