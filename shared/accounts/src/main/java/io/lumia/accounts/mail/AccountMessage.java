package io.lumia.accounts.mail;

import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.secret.SecretToken;
import java.time.Instant;

/** Something to tell an account's owner. */
public sealed interface AccountMessage {

    EmailAddress to();

    /** Somebody gave this address: is it his? @param token proves it, once and until it expires */
    record ConfirmAddress(EmailAddress to, SecretToken token, Instant expiresAt) implements AccountMessage {}

    /** Somebody wanted to register with an address that has an account. */
    record AlreadyRegistered(EmailAddress to) implements AccountMessage {}

    record PasswordChanged(EmailAddress to, Instant at) implements AccountMessage {}

    record AccountDeleted(EmailAddress to, Instant at) implements AccountMessage {}
}
