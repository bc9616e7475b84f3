package io.lumia.functions.collect;

import io.lumia.collection.ItemClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives every item away, unless told otherwise; keeps what was noted. */
final class FakeClaims implements ItemClaims {

    final List<String> notes = new ArrayList<>();
    Claim answer = new Claim.Ours();

    @Override
    public Claim claim(UUID itemId, UUID messageId, Instant at, Instant until) {
        return answer;
    }

    @Override
    public void release(UUID itemId, UUID messageId) {
        notes.add("released");
    }

    @Override
    public void handedOn(UUID itemId, UUID messageId) {
        notes.add("handed on");
    }
}
