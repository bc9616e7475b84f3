package io.lumia.accounts.persistence;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.secret.KeyedHash;
import io.lumia.accounts.secret.Purpose;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How an address is kept: one column by which it is found and one by which it is read. */
@Singleton
@Requires(beans = {Envelope.class, KeyedHash.class})
class EmailColumns {

    private static final Purpose LOOKUP = Purpose.permanent("email_lookup");
    private static final Purpose SEALED = Purpose.rotating("email");

    private final Envelope envelope;
    private final KeyedHash hash;

    EmailColumns(Envelope envelope, KeyedHash hash) {
        this.envelope = envelope;
        this.hash = hash;
    }

    byte[] lookup(EmailAddress email) {
        return hash.of(LOOKUP, email.value());
    }

    /** @param row that it belongs to; it opens in no other */
    byte[] sealed(EmailAddress email, UUID row) {
        return envelope.sealText(SEALED, email.value(), row.toString());
    }

    EmailAddress opened(byte[] sealed, UUID row) {
        return new EmailAddress(envelope.openText(SEALED, sealed, row.toString()));
    }
}
