package io.lumia.accounts.registration;

import io.lumia.accounts.AccountEvent.RegistrationRequested;
import io.lumia.accounts.AccountEvent.Throttled;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.Users;
import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.mail.AccountMessage.AlreadyRegistered;
import io.lumia.accounts.mail.AccountMessage.ConfirmAddress;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.accounts.throttle.Throttle;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes a registration. The answer and the work are the same whether or not the address has an account; only the mail, which its
 * owner alone reads, tells.
 */
public final class Register {

    /** A one-time token counts for this long. */
    public static final Duration TOKEN_LIFETIME = Duration.ofHours(24);

    private final Users users;
    private final Registrations registrations;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Throttle throttle;
    private final AccountMail mail;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSource ids;
    private final RandomGenerator random;

    public Register(
            Users users,
            Registrations registrations,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Throttle throttle,
            AccountMail mail,
            AccountEvents events,
            Transactions transactions,
            Clock clock,
            IdSource ids,
            RandomGenerator random) {
        this.users = users;
        this.registrations = registrations;
        this.policy = policy;
        this.hasher = hasher;
        this.throttle = throttle;
        this.mail = mail;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** What came of it. */
    public sealed interface Result {

        /** A mail is on its way. */
        record Accepted() implements Result {}

        /** @param freeAt when to try again */
        record TooManyAttempts(Instant freeAt) implements Result {}
    }

    /** Fails with INVALID_INPUT where address or password are not allowed. */
    public Result register(String typedEmail, String typedPassword, Origin origin) {
        EmailAddress email = EmailAddress.parse(typedEmail);
        Password password = Password.of(typedPassword);
        policy.check(password, email);
        if (throttle.registration(email, origin) instanceof Throttle.Refused refused) {
            events.announce(
                    new Throttled(clock.instant(), origin, null, refused.limit().code()));
            return new Result.TooManyAttempts(refused.freeAt());
        }
        PasswordHash hash = hasher.hash(password);
        mail.send(transactions.inTransaction(() -> note(email, hash, origin)));
        return new Result.Accepted();
    }

    private AccountMessage note(EmailAddress email, PasswordHash hash, Origin origin) {
        Instant now = clock.instant();
        Optional<User> owner = users.findByEmail(email);
        events.announce(
                new RegistrationRequested(now, origin, owner.map(User::id).orElse(null)));
        if (owner.isPresent()) {
            return new AlreadyRegistered(email);
        }
        SecretToken token = SecretToken.random(random);
        Instant expiresAt = now.plus(TOKEN_LIFETIME);
        registrations.add(new Registration(ids.next(), email, hash, now, expiresAt), token.hash());
        return new ConfirmAddress(email, token, expiresAt);
    }
}
