package io.lumia.market.check;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What corporate actions do to received prices from one day to another. */
final class ExpectedMoves {

    private final CorporateAction[] actions;
    private final long[] exDays;

    ExpectedMoves(List<CorporateAction> actions, Source source) {
        LocalDate lastKnown = source.asOf().atZone(ZoneOffset.UTC).toLocalDate();
        this.actions = actions.stream()
                .filter(action -> showsInPrices(action, source.priceBasis(), lastKnown))
                .sorted(Comparator.comparing(CorporateAction::exDate))
                .toArray(CorporateAction[]::new);
        this.exDays = Arrays.stream(this.actions)
                .mapToLong(action -> action.exDate().toEpochDay())
                .toArray();
    }

    /** Log of price after over price before, by actions with {@code after < ex-date <= upTo}; 0 if there are none. */
    double between(LocalDate after, LocalDate upTo, double closeBefore) {
        int found = Arrays.binarySearch(exDays, after.toEpochDay() + 1);
        int index = found < 0 ? -found - 1 : found;
        while (index > 0 && exDays[index - 1] > after.toEpochDay()) {
            index--;
        }
        double move = 0;
        for (; index < actions.length && exDays[index] <= upTo.toEpochDay(); index++) {
            move += move(actions[index], closeBefore * Math.exp(move));
        }
        return move;
    }

    /** An adjusted source has smoothed away what it knew of when it was made. */
    private static boolean showsInPrices(CorporateAction action, PriceBasis basis, LocalDate lastKnown) {
        boolean known = !action.exDate().isAfter(lastKnown);
        boolean dividend = action.kind() == ActionKind.DIVIDEND;
        return switch (basis) {
            case RAW -> true;
            case SPLIT_ADJUSTED -> dividend || !known;
            case FULLY_ADJUSTED -> !known;
        };
    }

    private static double move(CorporateAction action, double close) {
        return switch (action.kind()) {
            case SPLIT, SPIN_OFF -> -Math.log(action.value());
            case DIVIDEND -> action.value() < close ? Math.log1p(-action.value() / close) : 0;
        };
    }
}
