package io.lumia.accounts.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signing keys in memory. */
final class FakeSigningKeyBook implements SigningKeyBook {

    private final List<StoredSigningKey> keys = new ArrayList<>();
    int reads;

    @Override
    public List<StoredSigningKey> all() {
        reads++;
        return keys.stream()
                .sorted(Comparator.comparingInt(StoredSigningKey::generation))
                .toList();
    }

    @Override
    public boolean add(StoredSigningKey key) {
        return keys.stream().noneMatch(other -> other.generation() == key.generation()) && keys.add(key);
    }

    @Override
    public boolean revoke(String kid, Instant at) {
        for (int i = 0; i < keys.size(); i++) {
            StoredSigningKey key = keys.get(i);
            if (key.kid().equals(kid) && key.revokedAt() == null) {
                keys.set(
                        i,
                        new StoredSigningKey(
                                kid,
                                key.generation(),
                                key.publicKey(),
                                key.sealedPrivate(),
                                key.createdAt(),
                                key.signsFrom(),
                                at));
                return true;
            }
        }
        return false;
    }

    @Override
    public void removeBelow(int generation) {
        keys.removeIf(key -> key.generation() < generation);
    }
}
