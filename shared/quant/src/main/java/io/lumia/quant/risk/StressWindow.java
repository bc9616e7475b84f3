package io.lumia.quant.risk;

import io.lumia.kernel.AppException;
import java.time.LocalDate;

/**
 * A stretch of history with a name, such as the first weeks of the pandemic.
 *
 * @param from first session whose return belongs to it
 * @param to last one
 */
public record StressWindow(String name, LocalDate from, LocalDate to) {

    public StressWindow {
        if (to.isBefore(from)) {
            throw AppException.invalid("end of the window " + name, to, "not before its start " + from);
        }
    }
}
