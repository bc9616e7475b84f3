package io.lumia.accounts.token;

import io.lumia.accounts.FakeDataKeyBook;
import io.lumia.accounts.MovableClock;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.secret.DataKeys;
import io.lumia.accounts.secret.Envelope;
import io.lumia.accounts.secret.LocalKeyEncryption;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.lumia.platform.time.RandomIdSource;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** An installation's tokens, with everything in memory and a clock that stands. */
final class TokenFixture {

    static final OwnIssuer OWN = new OwnIssuer("https://lumia.example.org", "lumia-api");
    static final UUID SESSION = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    static final User ANN = new User(
            new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
            Role.ADVISOR,
            Plan.PREMIUM,
            null,
            OWN.issuer(),
            Instant.parse("2026-01-01T00:00:00Z"));

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    final FakeSigningKeyBook book = new FakeSigningKeyBook();
    final List<String> made = new ArrayList<>();
    final SigningKeys keys;
    final AccessTokens tokens;
    final CheckToken check;

    private final Envelope envelope;

    TokenFixture() {
        Random random = new Random(11);
        IdSource ids = new RandomIdSource(clock, random);
        var encryption = new LocalKeyEncryption(List.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), random);
        envelope = new Envelope(new DataKeys(new FakeDataKeyBook(), encryption, clock, ids, random), random);
        keys = anotherProcess();
        tokens = new AccessTokens(OWN, keys, clock, ids);
        check = new CheckToken(List.of(new OwnTokens(OWN, keys)), clock);
    }

    /** Keys of the same book, in a process that has read nothing yet. */
    SigningKeys anotherProcess() {
        return new SigningKeys(book, envelope, clock, new SecureRandom(), directly(), key -> made.add(key.kid()));
    }

    private static Transactions directly() {
        return new Transactions() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                return work.get();
            }
        };
    }

    String token() {
        return tokens.make(ANN, SESSION).value();
    }
}
