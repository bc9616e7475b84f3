package io.lumia.accounts;

import io.lumia.accounts.secret.DataKeyBook;
import io.lumia.accounts.secret.StoredDataKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Data keys in memory. */
public final class FakeDataKeyBook implements DataKeyBook {

    private final List<StoredDataKey> keys = new ArrayList<>();

    @Override
    public Optional<StoredDataKey> find(UUID id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredDataKey> findNewest(String purpose) {
        return keys.stream()
                .filter(key -> key.purpose().equals(purpose))
                .max(Comparator.comparingInt(StoredDataKey::generation));
    }

    @Override
    public boolean add(StoredDataKey key) {
        boolean taken = keys.stream()
                .anyMatch(other -> other.purpose().equals(key.purpose()) && other.generation() == key.generation());
        return !taken && keys.add(key);
    }

    public List<StoredDataKey> all() {
        return List.copyOf(keys);
    }

    /** As if the transaction that wrote the newest had failed. */
    public void undoNewest() {
        keys.removeLast();
    }
}
