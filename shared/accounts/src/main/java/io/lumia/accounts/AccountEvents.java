package io.lumia.accounts;

/**
 * Who wants to know what happened to accounts, such as the audit trail. Called in the transaction of the deed where there is
 * one, so that the two are kept together or not at all; a failure to note it undoes the deed.
 */
@FunctionalInterface
public interface AccountEvents {

    void announce(AccountEvent event);
}
