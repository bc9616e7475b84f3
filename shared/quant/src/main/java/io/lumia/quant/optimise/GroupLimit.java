package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;
import java.util.List;

/**
 * What a group of assets, such as a sector, may weigh together.
 *
 * @param members positions of its assets in the problem, each once
 * @param minimum of the sum of their weights; minus infinity for none
 * @param maximum of that sum; infinity for none
 */
public record GroupLimit(String name, List<Integer> members, double minimum, double maximum) {

    public GroupLimit {
        members = List.copyOf(members);
        if (members.isEmpty() || members.stream().distinct().count() != members.size()) {
            throw AppException.invalid("members of group " + name, members, "one or more positions, each once");
        }
        if (Double.isNaN(minimum) || !(minimum <= maximum)) {
            throw AppException.invalid("minimum of group " + name, minimum, "at most its maximum, " + maximum);
        }
    }
}
