package io.lumia.accounts.session;

import io.lumia.accounts.User;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.accounts.token.AccessToken;
import java.time.Instant;
import java.util.UUID;

/** What somebody gets who signed in or refreshed. */
public record SessionTokens(
        User user, UUID session, AccessToken access, SecretToken refresh, Instant refreshExpiresAt) {}
