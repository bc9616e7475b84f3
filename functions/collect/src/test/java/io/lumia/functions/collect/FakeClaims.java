package io.lumia.functions.collect;

import io.lumia.collection.ItemClaims;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives every item away, unless told otherwise; keeps what was noted, and fails to note what was handed on where told to. */
final class FakeClaims implements ItemClaims {

    final List<String> notes = new ArrayList<>();
    Claim answer = new Claim.Ours();
    boolean isBroken;

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
        if (isBroken) {
            throw new AppException(ErrorCode.DATABASE_UNAVAILABLE, "the database takes no work now");
        }
        notes.add("handed on");
    }
}
