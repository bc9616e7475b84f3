package io.lumia.accounts.token;

import java.time.Instant;

/** An access token as handed out. Its text never shows. */
public record AccessToken(String value, Instant expiresAt) {

    @Override
    public String toString() {
        return "AccessToken[hidden, until " + expiresAt + "]";
    }
}
