package io.lumia.accounts.registration;

import io.lumia.accounts.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/** Where registrations wait for their confirmation. */
public interface Registrations {

    /** @param tokenHash by which it is found again; the token itself is not kept */
    void add(Registration registration, byte[] tokenHash);

    /** Finds and removes: a token works once. Empty where it is unknown, used or over. */
    Optional<Registration> take(byte[] tokenHash, Instant now);

    /** Removes all others of an address that has its account now. */
    void removeAll(EmailAddress email);
}
