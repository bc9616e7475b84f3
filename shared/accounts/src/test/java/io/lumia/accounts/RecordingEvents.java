package io.lumia.accounts;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was announced. */
public final class RecordingEvents implements AccountEvents {

    private final List<AccountEvent> all = new CopyOnWriteArrayList<>();

    @Override
    public void announce(AccountEvent event) {
        all.add(event);
    }

    public List<AccountEvent> all() {
        return List.copyOf(all);
    }

    public <E extends AccountEvent> List<E> of(Class<E> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
