package io.lumia.market;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Converts a per-share price between the share units of two days, across the splits and spin-offs between them. A price
 * "in the units of day x" is the price of what one share was on day x, after any action effective on that day.
 */
final class ShareUnits {

    private final List<CorporateAction> events;
    private final BitSet used = new BitSet();

    /** @param events splits and spin-offs, one per ex-date and kind */
    ShareUnits(List<CorporateAction> events) {
        this.events = events.stream()
                .sorted(Comparator.comparing(CorporateAction::exDate))
                .toList();
    }

    /** How many new shares stand for one old share; a price in units of {@code from} divided by this is in those of {@code to}. */
    double priceRatio(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? 1 / product(to, from, false) : product(from, to, false);
    }

    /** As {@link #priceRatio}, for volumes: a spin-off makes no new shares. */
    double volumeRatio(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? 1 / product(to, from, true) : product(from, to, true);
    }

    /** How many events lie after a day: prices of two days with the same number convert alike. */
    int countAfter(LocalDate day) {
        int count = 0;
        for (int i = events.size() - 1; i >= 0 && events.get(i).exDate().isAfter(day); i--) {
            count++;
        }
        return count;
    }

    /** Events that were part of any conversion so far, oldest first. */
    List<CorporateAction> used() {
        return used.stream().mapToObj(events::get).toList();
    }

    private double product(LocalDate after, LocalDate upTo, boolean splitsOnly) {
        double product = 1;
        for (int i = 0; i < events.size(); i++) {
            CorporateAction event = events.get(i);
            boolean between = event.exDate().isAfter(after) && !event.exDate().isAfter(upTo);
            if (between && !(splitsOnly && event.kind() == ActionKind.SPIN_OFF)) {
                product *= event.value();
                used.set(i);
            }
        }
        return product;
    }
}
