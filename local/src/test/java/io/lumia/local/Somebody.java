package io.lumia.local;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.platform.database.Transactions;
import java.time.Clock;

/** Who asks in a test: a user of this installation's own issuer, without an address or a password. */
public final class Somebody {

    private Somebody() {}

    public static User admit(FunctionHost functions, UserId id, Role role) {
        User user = new User(
                id,
                role,
                Plan.STANDARD,
                null,
                "https://lumia.localhost",
                functions.bean(Clock.class).instant());
        functions
                .bean(Transactions.class)
                .inTransaction(() -> functions.bean(Users.class).admit(user));
        return user;
    }
}
