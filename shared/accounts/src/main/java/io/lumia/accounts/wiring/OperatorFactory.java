package io.lumia.accounts.wiring;

import io.lumia.accounts.Users;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.registration.AddByOperator;
import io.lumia.accounts.registration.Registrations;
import io.lumia.accounts.session.OpenByOperator;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the operator's commands do. No function names them, so none has them. */
@Factory
@Requires(beans = {Users.class, Registrations.class, PasswordHasher.class, Sessions.class, RecordAct.class})
final class OperatorFactory {

    @Singleton
    AddByOperator addByOperator(
            Users users,
            Registrations registrations,
            PasswordPolicy policy,
            PasswordHasher hasher,
            OwnIssuer own,
            RecordAct record,
            Transactions transactions,
            Clock clock,
            IdSource ids) {
        return new AddByOperator(users, registrations, policy, hasher, own, record, transactions, clock, ids);
    }

    @Singleton
    OpenByOperator openByOperator(
            Users users,
            Sessions sessions,
            AccessTokens accessTokens,
            RecordAct record,
            Transactions transactions,
            Clock clock) {
        return new OpenByOperator(users, sessions, accessTokens, record, transactions, clock);
    }
}
