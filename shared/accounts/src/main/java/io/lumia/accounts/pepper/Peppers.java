package io.lumia.accounts.pepper;

import java.util.List;
import java.util.Optional;

/** Where the secret comes from, such as a secrets manager. Old versions stay until nothing made with them is needed. */
public interface Peppers {

    /** A rotation needs two; more would only make each look-up dearer. */
    int MAX_VERSIONS = 4;

    /** What is made now is made with this one. */
    Pepper current();

    /** All that still count, the current one first; at most {@link #MAX_VERSIONS}. */
    List<Pepper> all();

    default Optional<Pepper> find(int version) {
        return all().stream().filter(pepper -> pepper.version() == version).findFirst();
    }
}
