package io.lumia.accounts.partner;

/** What came of looking at a key that a request brought. Callers are told no more than that it does not count. */
public sealed interface KeyCheck {

    /** It counts. What it may do, its scopes say. */
    record Accepted(PartnerKey key) implements KeyCheck {}

    /** No key looks like that: mistyped, cut or made up. */
    record Malformed() implements KeyCheck {}

    /** It looks like a key, but there is none. */
    record Unknown() implements KeyCheck {}

    /** There is one, but it does not count here and now. */
    record Refused(PartnerKey key, Reason reason) implements KeyCheck {}

    /** Why it does not count. */
    enum Reason {
        REVOKED,
        EXPIRED,
        /** The request came from where the key's list does not allow. */
        FOREIGN_ADDRESS
    }
}
