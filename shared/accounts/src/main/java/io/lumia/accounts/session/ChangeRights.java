package io.lumia.accounts.session;

import io.lumia.accounts.AccountEvent.RightsChanged;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives somebody another role or plan, and ends his sessions: tokens say what he was before. */
public final class ChangeRights {

    private final Users users;
    private final SessionBook book;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;

    public ChangeRights(Users users, SessionBook book, AccountEvents events, Transactions transactions, Clock clock) {
        this.users = users;
        this.book = book;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * By somebody with {@code users:manage}; nobody changes his own, so that the last admin cannot lose it by mistake. Who sits at
     * the machine acts as the operator.
     */
    public void change(Principal by, UserId user, Role role, Plan plan, Origin origin) {
        by.require(Scope.USERS_MANAGE);
        @Nullable UserId who = by.userId().map(UserId::new).orElse(null);
        if (user.equals(who)) {
            throw new AppException(ErrorCode.FORBIDDEN, "nobody changes his own role or plan");
        }
        noted(who, user, role, plan, origin);
    }

    /** By the operator's command, which is how the first admin becomes one. */
    public void changeByOperator(UserId user, Role role, Plan plan, Origin origin) {
        noted(null, user, role, plan, origin);
    }

    private void noted(@Nullable UserId by, UserId user, Role role, Plan plan, Origin origin) {
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            User known = users.lock(user)
                    .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no user '%s'".formatted(user)));
            if (known.password() == null) {
                throw AppException.invalid(
                        "user_id",
                        user,
                        "somebody with a password here; others bring their rights from " + known.issuer());
            }
            users.setRights(user, role, plan);
            book.endAll(user, EndReason.RIGHTS_CHANGED, now);
            events.announce(new RightsChanged(now, origin, user, by, role, plan));
        });
    }
}
