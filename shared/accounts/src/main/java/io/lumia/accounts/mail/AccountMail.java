package io.lumia.accounts.mail;

/** Brings a message to its reader. Fails with TRANSPORT_UNAVAILABLE where that may work later. */
@FunctionalInterface
public interface AccountMail {

    void send(AccountMessage message);
}
