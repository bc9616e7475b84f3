package io.lumia.accounts.token;

import java.time.Instant;
import java.util.List;

/** Where signing keys are kept. */
public interface SigningKeyBook {

    /** All of them, oldest first. There are few, since old ones are removed. */
    List<StoredSigningKey> all();

    /** False where there is one of that generation already, as when two processes begin at once. */
    boolean add(StoredSigningKey key);

    /** False where there is none of that id, or it was revoked before. */
    boolean revoke(String kid, Instant at);

    /** Removes those of a generation below, their private parts with them. */
    void removeBelow(int generation);
}
