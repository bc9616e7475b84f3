package io.lumia.accounts.wiring;

import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Users;
import io.lumia.accounts.oidc.AdmitExternalUser;
import io.lumia.platform.database.Transactions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the gateway's authoriser needs beside tokens and keys; it sends no mails. */
@Factory
@Requires(beans = {Users.class, AccountEvents.class})
final class AdmissionFactory {

    @Singleton
    AdmitExternalUser admitExternalUser(Users users, AccountEvents events, Transactions transactions, Clock clock) {
        return new AdmitExternalUser(users, events, transactions, clock);
    }
}
