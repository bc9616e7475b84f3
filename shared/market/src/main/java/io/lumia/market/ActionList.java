package io.lumia.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Actions of an asset in order, each said once: where two sources tell of the same action, the first is believed. */
final class ActionList {

    private final Map<Key, StoredAction> actions = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    private record Key(LocalDate exDate, ActionKind kind) {}

    ActionList(List<StoredAction> received) {
        received.stream()
                .sorted(Comparator.comparing(
                        (StoredAction stored) -> stored.action().exDate()))
                .forEach(this::add);
    }

    /** Splits and spin-offs, oldest first. */
    List<CorporateAction> shareEvents() {
        return actions.values().stream()
                .map(StoredAction::action)
                .filter(action -> action.kind() != ActionKind.DIVIDEND)
                .toList();
    }

    /** Dividends, oldest first, those of one source and day added up. */
    List<StoredAction> dividends() {
        return actions.values().stream()
                .filter(stored -> stored.action().kind() == ActionKind.DIVIDEND)
                .toList();
    }

    List<String> warnings() {
        return warnings;
    }

    private void add(StoredAction stored) {
        CorporateAction action = stored.action();
        actions.merge(new Key(action.exDate(), action.kind()), stored, this::join);
    }

    private StoredAction join(StoredAction first, StoredAction second) {
        CorporateAction one = first.action();
        CorporateAction other = second.action();
        boolean specialDividend =
                one.kind() == ActionKind.DIVIDEND && first.source().equals(second.source());
        if (specialDividend) {
            return new StoredAction(
                    new CorporateAction(one.exDate(), one.kind(), one.value() + other.value()), first.source());
        }
        if (one.value() != other.value()) {
            warnings.add("two values for the %s of %s: %s is used, %s is not"
                    .formatted(one.kind().code(), one.exDate(), one.value(), other.value()));
        }
        return first;
    }
}
