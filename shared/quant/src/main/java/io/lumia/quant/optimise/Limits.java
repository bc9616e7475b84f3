package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the weights must meet, exactly: each limit holds in an answer, or there is none.
 *
 * @param lower bound of each weight, a fraction; may be minus infinity
 * @param upper bound of each weight; may be infinity
 * @param budget what the weights sum to, usually 1
 * @param groups limits on sums of weights; groups may overlap
 */
public record Limits(double[] lower, double[] upper, double budget, List<GroupLimit> groups) {

    public Limits {
        groups = List.copyOf(groups);
        if (lower.length == 0 || lower.length != upper.length) {
            throw AppException.invalid("number of upper bounds", upper.length, "one or more, as many as lower bounds");
        }
        for (int i = 0; i < lower.length; i++) {
            if (Double.isNaN(lower[i]) || lower[i] == Double.POSITIVE_INFINITY) {
                throw AppException.invalid("lower bound of asset " + i, lower[i], "a number or minus infinity");
            }
            if (Double.isNaN(upper[i]) || upper[i] == Double.NEGATIVE_INFINITY) {
                throw AppException.invalid("upper bound of asset " + i, upper[i], "a number or infinity");
            }
        }
        if (!(budget > 0) || Double.isInfinite(budget)) {
            throw AppException.invalid("budget", budget, "a positive number, usually 1");
        }
        for (GroupLimit group : groups) {
            for (int member : group.members()) {
                if (member < 0 || member >= lower.length) {
                    throw AppException.invalid("member of group " + group.name(), member, "0 to " + (lower.length - 1));
                }
            }
        }
    }

    /** Every weight from 0 to 1, sum 1. */
    public static Limits longOnly(int assets) {
        return between(assets, 0, 1);
    }

    /** The same two bounds for every weight, sum 1. */
    public static Limits between(int assets, double lower, double upper) {
        double[] lowers = new double[assets];
        double[] uppers = new double[assets];
        Arrays.fill(lowers, lower);
        Arrays.fill(uppers, upper);
        return new Limits(lowers, uppers, 1, List.of());
    }

    /** Sum 1 and nothing else. */
    public static Limits unbounded(int assets) {
        return between(assets, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public Limits withGroup(GroupLimit group) {
        List<GroupLimit> more = new ArrayList<>(groups);
        more.add(group);
        return new Limits(lower, upper, budget, more);
    }

    public Limits withBudget(double other) {
        return new Limits(lower, upper, other, groups);
    }
}
