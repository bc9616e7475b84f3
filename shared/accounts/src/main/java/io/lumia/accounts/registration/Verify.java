package io.lumia.accounts.registration;

import io.lumia.accounts.AccountEvent.VerificationRefused;
import io.lumia.accounts.AccountEvent.Verified;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes the one-time token of a mail and makes the account. */
public final class Verify {

    private final Users users;
    private final Registrations registrations;
    private final OwnIssuer own;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSource ids;

    public Verify(
            Users users,
            Registrations registrations,
            OwnIssuer own,
            AccountEvents events,
            Transactions transactions,
            Clock clock,
            IdSource ids) {
        this.users = users;
        this.registrations = registrations;
        this.own = own;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Result {

        record Confirmed(UserId user) implements Result {}

        /** The token is unknown, was used or is over; which of them is not said. */
        record Refused() implements Result {}
    }

    public Result verify(String token, Origin origin) {
        return transactions.inTransaction(() -> confirmed(token)
                .<Result>map(user -> {
                    events.announce(new Verified(user.createdAt(), origin, user.id()));
                    return new Result.Confirmed(user.id());
                })
                .orElseGet(() -> {
                    events.announce(new VerificationRefused(clock.instant(), origin, null));
                    return new Result.Refused();
                }));
    }

    private Optional<User> confirmed(String typed) {
        Instant now = clock.instant();
        return SecretToken.find(typed)
                .flatMap(token -> registrations.take(token.hash(), now))
                .flatMap(registration -> account(registration, now));
    }

    /** Empty where another registration of the address was confirmed first. */
    private Optional<User> account(Registration registration, Instant now) {
        User user =
                new User(new UserId(ids.next()), Role.USER, Plan.STANDARD, registration.password(), own.issuer(), now);
        boolean added = users.add(user, registration.email());
        registrations.removeAll(registration.email());
        return added ? Optional.of(user) : Optional.empty();
    }
}
