package io.lumia.accounts.session;

import io.lumia.accounts.User;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.platform.time.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Opens and goes on with sessions, inside the transactions of who calls it. */
public final class Sessions {

    /** A refresh token counts for this long. */
    public static final Duration REFRESH_LIFETIME = Duration.ofDays(7);

    /** After this long everybody signs in again. */
    public static final Duration SESSION_LIFETIME = Duration.ofDays(90);

    /** One more ends the oldest. */
    public static final int MOST_AT_ONCE = 20;

    private final SessionBook book;
    private final IdSource ids;
    private final RandomGenerator random;

    /** @param random unpredictable: refresh tokens are made of it */
    public Sessions(SessionBook book, IdSource ids, RandomGenerator random) {
        this.book = book;
        this.ids = ids;
        this.random = random;
    }

    /** A session with its refresh token; the access token is made when this is committed. */
    record Granted(User user, Session session, SecretToken refresh, Instant refreshExpiresAt) {

        SessionTokens tokens(AccessTokens accessTokens) {
            return new SessionTokens(
                    user, session.id(), accessTokens.make(user, session.id()), refresh, refreshExpiresAt);
        }
    }

    Granted open(User user, Instant now) {
        book.endAllButNewest(user.id(), MOST_AT_ONCE - 1, EndReason.TOO_MANY, now);
        Session session = new Session(ids.next(), user.id(), now, now, now.plus(SESSION_LIFETIME), null, null);
        SecretToken token = SecretToken.random(random);
        Instant expiresAt = expiry(session, now);
        book.open(session, token.hash(), expiresAt);
        return new Granted(user, session, token, expiresAt);
    }

    Granted goOn(User user, Session session, SecretToken used, Instant now) {
        SecretToken token = SecretToken.random(random);
        Instant expiresAt = expiry(session, now);
        book.rotate(session, used.hash(), token.hash(), expiresAt, now);
        return new Granted(user, session, token, expiresAt);
    }

    private static Instant expiry(Session session, Instant now) {
        Instant usual = now.plus(REFRESH_LIFETIME);
        return usual.isBefore(session.endsAt()) ? usual : session.endsAt();
    }
}
