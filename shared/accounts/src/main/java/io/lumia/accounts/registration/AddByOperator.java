package io.lumia.accounts.registration;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.OperatorAct.AccountAdded;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.password.PasswordHash;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.time.Clock;

/** Makes an account by the operator's command, as if its owner had confirmed his address; such as the first admin's. */
public final class AddByOperator {

    private final Users users;
    private final Registrations registrations;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final OwnIssuer own;
    private final RecordAct record;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSource ids;

    public AddByOperator(
            Users users,
            Registrations registrations,
            PasswordPolicy policy,
            PasswordHasher hasher,
            OwnIssuer own,
            RecordAct record,
            Transactions transactions,
            Clock clock,
            IdSource ids) {
        this.users = users;
        this.registrations = registrations;
        this.policy = policy;
        this.hasher = hasher;
        this.own = own;
        this.record = record;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** Fails with CONFLICT where the address has an account, with INVALID_INPUT where the password is too easy. */
    public UserId add(EmailAddress email, Password password, Role role, Plan plan) {
        policy.check(password, email);
        PasswordHash hash = hasher.hash(password);
        return transactions.inTransaction(() -> {
            User user = new User(new UserId(ids.next()), role, plan, hash, own.issuer(), clock.instant());
            if (!users.add(user, email)) {
                throw new AppException(ErrorCode.CONFLICT, "the address has an account already");
            }
            registrations.removeAll(email);
            record.record(new Actor.Program("operator"), new AccountAdded(user.id(), role, plan), "");
            return user.id();
        });
    }
}
