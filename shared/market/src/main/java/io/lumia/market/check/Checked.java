package io.lumia.market.check;

import io.lumia.market.Rejected;
import java.util.List;

/**
 * The verdict over the rows of one asset.
 *
 * @param accepted to be stored, oldest first
 * @param rejected to be quarantined
 * @param findings what a person should look at: something that no single row shows
 */
public record Checked<T>(List<T> accepted, List<Rejected> rejected, List<Finding> findings) {

    public Checked {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
        findings = List.copyOf(findings);
    }
}
