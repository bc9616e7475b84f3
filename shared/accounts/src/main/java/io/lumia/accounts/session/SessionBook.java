package io.lumia.accounts.session;

import io.lumia.accounts.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where sessions are kept. Refresh tokens are known by their hash only. */
public interface SessionBook {

    void open(Session session, byte[] tokenHash, Instant tokenExpiresAt);

    /** Finds a token; until the transaction ends nobody else uses it or changes its session. */
    Optional<HeldToken> lockToken(byte[] tokenHash);

    /** The old token was used now, and the new one follows it. */
    void rotate(Session session, byte[] oldHash, byte[] newHash, Instant newExpiresAt, Instant now);

    /** False where the user has no such session, or it ended before. */
    boolean end(UserId owner, UUID session, EndReason reason, Instant now);

    /** Returns how many there were. */
    int endAll(UserId owner, EndReason reason, Instant now);

    /** Ends the oldest of those that go on, until so many are left. */
    int endAllButNewest(UserId owner, int kept, EndReason reason, Instant now);

    /** Whether the user has that session and it goes on: for who must not wait until an access token is over. */
    boolean isLive(UserId owner, UUID session, Instant now);

    /** Those that go on, at most so many, the last refreshed first. */
    List<Session> live(UserId owner, Instant now, int most);

    /** The newest so many, newest first. */
    List<Session> newest(UserId owner, int most);

    /** Removes all of a user's sessions and tokens. */
    void eraseAll(UserId owner);
}
