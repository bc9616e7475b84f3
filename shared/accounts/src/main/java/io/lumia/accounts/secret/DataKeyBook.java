package io.lumia.accounts.secret;

import java.util.Optional;
import java.util.UUID;

/** Where wrapped data keys are kept. They are never deleted: what they sealed would be lost. */
public interface DataKeyBook {

    Optional<StoredDataKey> find(UUID id);

    /** The newest of a purpose. */
    Optional<StoredDataKey> findNewest(String purpose);

    /** False where the purpose has a key of that generation already, as when two processes begin at once. */
    boolean add(StoredDataKey key);
}
