package io.lumia.market.check;

import io.lumia.market.ActionKind;
import io.lumia.market.CorporateAction;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the corporate actions of one asset: a positive and plausible value, not after the last closed session, each date
 * and kind once. Several dividends of one day that differ are one dividend: their sum (a regular and a special one).
 */
public final class ActionChecks {

    /** One to ten thousand, either way: the largest reverse splits seen are 1:2,000. */
    static final double LARGEST_RATIO = 1e4;

    /** What is left after a spin-off is worth at least a hundredth. */
    static final double LARGEST_SPIN_OFF = 100;

    private final Map<Key, CorporateAction> accepted = new HashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private record Key(LocalDate exDate, ActionKind kind) {}

    private ActionChecks() {}

    /**
     * @param closes a close in the same units as the dividends for some days, to hold dividends against; may be empty
     * @param lastClosed the last session that has ended
     */
    public static Checked<CorporateAction> check(
            List<Row<CorporateAction>> rows, Map<LocalDate, Double> closes, LocalDate lastClosed) {
        ActionChecks checks = new ActionChecks();
        rows.forEach(row -> checks.judge(row, closes, lastClosed));
        List<CorporateAction> accepted = checks.accepted.values().stream()
                .sorted(java.util.Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::kind))
                .toList();
        return new Checked<>(accepted, checks.rejected, List.of());
    }

    private void judge(Row<CorporateAction> row, Map<LocalDate, Double> closes, LocalDate lastClosed) {
        CorporateAction action = row.value();
        if (action.exDate().isAfter(lastClosed)) {
            reject(row, QuarantineReason.FUTURE_DATE, "%s is after %s".formatted(action.exDate(), lastClosed));
            return;
        }
        String trouble = trouble(action, closes);
        if (trouble != null) {
            reject(row, QuarantineReason.INVALID_ACTION, trouble);
            return;
        }
        Key key = new Key(action.exDate(), action.kind());
        CorporateAction known = accepted.get(key);
        if (known == null) {
            accepted.put(key, action);
        } else if (action.kind() == ActionKind.DIVIDEND && known.value() != action.value()) {
            accepted.put(key, new CorporateAction(action.exDate(), action.kind(), known.value() + action.value()));
        } else {
            String detail =
                    "a %s on %s of %s is there already".formatted(action.kind().code(), action.exDate(), known.value());
            reject(row, QuarantineReason.DUPLICATE, detail);
        }
    }

    private static @Nullable String trouble(CorporateAction action, Map<LocalDate, Double> closes) {
        double value = action.value();
        if (!Double.isFinite(value) || value <= 0) {
            return "value is %s; allowed: a positive number".formatted(value);
        }
        return switch (action.kind()) {
            case SPLIT ->
                value == 1 || value > LARGEST_RATIO || value < 1 / LARGEST_RATIO
                        ? "a split of %s new shares for one; allowed: 0.0001 to 10000, but not 1".formatted(value)
                        : null;
            case SPIN_OFF ->
                value <= 1 || value > LARGEST_SPIN_OFF
                        ? "a spin-off of %s; allowed: above 1, up to 100 (old price over new price)".formatted(value)
                        : null;
            case DIVIDEND -> {
                Double close = closes.get(action.exDate());
                yield close != null && value >= close
                        ? "a dividend of %s on a price of %s".formatted(value, close)
                        : null;
            }
        };
    }

    private void reject(Row<CorporateAction> row, QuarantineReason reason, String detail) {
        rejected.add(
                new Rejected(row.line(), row.symbol(), row.value().exDate(), reason, row.raw(), detail, row.value()));
    }
}
