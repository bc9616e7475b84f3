package io.lumia.functions.computesignals;

import io.lumia.platform.database.Inbox;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Inbox, outbox and transactions in memory; a transaction here always commits. */
final class FakeMessaging implements Inbox, Outbox, Transactions {

    private final Set<String> accepted = new HashSet<>();
    private final Map<UUID, Announcement> waiting = new LinkedHashMap<>();
    private final List<Announcement> sent = new ArrayList<>();

    /** What was announced since the last time. */
    List<Announcement> takeSent() {
        List<Announcement> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    @Override
    public boolean accept(String consumer, UUID messageId) {
        return accepted.add(consumer + messageId);
    }

    @Override
    public void add(UUID eventId, Announcement announcement) {
        waiting.putIfAbsent(eventId, announcement);
    }

    @Override
    public int flush(int limit) {
        int count = waiting.size();
        sent.addAll(waiting.values());
        waiting.clear();
        return count;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
