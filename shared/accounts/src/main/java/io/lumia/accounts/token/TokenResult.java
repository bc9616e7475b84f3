package io.lumia.accounts.token;

import io.lumia.accounts.Caller;
import java.time.Instant;
import java.util.Locale;

/** What came of checking a token. */
public sealed interface TokenResult {

    /** @param expiresAt as the token says; a cached answer must not outlive it */
    record Genuine(Caller caller, Instant expiresAt) implements TokenResult {}

    /** For our log; a caller hears only that the token is not accepted. */
    record Rejected(Reason reason) implements TokenResult {}

    /** What was wrong first. */
    enum Reason {
        /** Too long, not three parts, not JSON, a critical header, a key brought along. */
        MALFORMED,
        UNKNOWN_ISSUER,
        /** {@code none}, HS256, or another that the issuer does not use. */
        ALGORITHM_REFUSED,
        /** Something that is signed, but no access token. */
        WRONG_TYPE,
        UNKNOWN_KEY,
        BAD_SIGNATURE,
        WRONG_AUDIENCE,
        /** No instant where there must be one, or one that lies too far ahead. */
        TIMES_REFUSED,
        EXPIRED,
        NOT_YET_VALID,
        /** Role, scope, user or session is missing or unknown. */
        CLAIMS_REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
