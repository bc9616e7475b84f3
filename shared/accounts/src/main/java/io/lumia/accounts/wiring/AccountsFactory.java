package io.lumia.accounts.wiring;

import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Users;
import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.Notices;
import io.lumia.accounts.password.Argon2Settings;
import io.lumia.accounts.password.PasswordHasher;
import io.lumia.accounts.password.PasswordPolicy;
import io.lumia.accounts.personal.DeleteAccount;
import io.lumia.accounts.personal.ExportOwnData;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.accounts.profile.EditProfile;
import io.lumia.accounts.profile.Profiles;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Registrations;
import io.lumia.accounts.registration.Verify;
import io.lumia.accounts.secret.KeyedHash;
import io.lumia.accounts.session.ChangePassword;
import io.lumia.accounts.session.ChangeRights;
import io.lumia.accounts.session.CheckOwnPassword;
import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.SessionBook;
import io.lumia.accounts.session.Sessions;
import io.lumia.accounts.session.SignIn;
import io.lumia.accounts.session.SignOut;
import io.lumia.accounts.throttle.AttemptBook;
import io.lumia.accounts.throttle.Throttle;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.token.OwnIssuer;
import io.lumia.accounts.token.RevokeSigningKey;
import io.lumia.accounts.token.SigningKeys;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Makes the use cases. */
@Factory
@Requires(beans = {Users.class, AccessTokens.class, AccountEvents.class, AccountMail.class})
final class AccountsFactory {

    private final AccountEvents events;
    private final Transactions transactions;
    private final Clock clock;
    private final IdSource ids;
    private final SecureRandom random = new SecureRandom();

    AccountsFactory(AccountEvents events, Transactions transactions, Clock clock, IdSource ids) {
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    @Singleton
    PasswordHasher passwordHasher(Argon2Settings settings) {
        return new PasswordHasher(settings, random);
    }

    @Singleton
    Throttle throttle(AttemptBook book, KeyedHash hash) {
        return new Throttle(book, hash, clock, ids);
    }

    @Singleton
    Notices notices(AccountMail mail) {
        return new Notices(mail);
    }

    @Singleton
    Sessions sessions(SessionBook book) {
        return new Sessions(book, ids, random);
    }

    @Singleton
    CheckOwnPassword checkOwnPassword(Users users, PasswordHasher hasher, Throttle throttle) {
        return new CheckOwnPassword(users, hasher, throttle, events, clock);
    }

    @Singleton
    Register register(
            Users users,
            Registrations registrations,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Throttle throttle,
            AccountMail mail) {
        return new Register(
                users, registrations, policy, hasher, throttle, mail, events, transactions, clock, ids, random);
    }

    @Singleton
    Verify verify(Users users, Registrations registrations, OwnIssuer own) {
        return new Verify(users, registrations, own, events, transactions, clock, ids);
    }

    @Singleton
    SignIn signIn(Users users, PasswordHasher hasher, Throttle throttle, Sessions sessions, AccessTokens tokens) {
        return new SignIn(users, hasher, throttle, sessions, tokens, events, transactions, clock);
    }

    @Singleton
    RefreshSession refreshSession(Users users, SessionBook book, Sessions sessions, AccessTokens tokens) {
        return new RefreshSession(users, book, sessions, tokens, events, transactions, clock);
    }

    @Singleton
    SignOut signOut(SessionBook book) {
        return new SignOut(book, events, transactions, clock);
    }

    @Singleton
    ChangePassword changePassword(
            Users users,
            SessionBook book,
            CheckOwnPassword check,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Notices notices) {
        return new ChangePassword(users, book, check, policy, hasher, notices, events, transactions, clock);
    }

    @Singleton
    ChangeRights changeRights(Users users, SessionBook book) {
        return new ChangeRights(users, book, events, transactions, clock);
    }

    @Singleton
    EditProfile editProfile(Users users, Profiles profiles) {
        return new EditProfile(users, profiles, events, transactions, clock);
    }

    @Singleton
    ExportOwnData exportOwnData(Users users, Profiles profiles, SessionBook sessions, List<OwnedData> others) {
        return new ExportOwnData(users, profiles, sessions, others, events, transactions, clock);
    }

    @Singleton
    DeleteAccount deleteAccount(
            Users users,
            Profiles profiles,
            SessionBook sessions,
            List<OwnedData> others,
            CheckOwnPassword check,
            Notices notices) {
        return new DeleteAccount(users, profiles, sessions, others, check, notices, events, transactions, clock);
    }

    @Singleton
    RevokeSigningKey revokeSigningKey(SigningKeys keys) {
        return new RevokeSigningKey(keys, events, clock);
    }
}
