package io.lumia.accounts.mail;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;

/** Of an installation that sends no mails. Whoever wants to register learns so, whether or not his address has an account. */
public final class UnsentMail implements AccountMail {

    @Override
    public void send(AccountMessage message) {
        throw new AppException(
                ErrorCode.TRANSPORT_UNAVAILABLE,
                "no mail was sent: lumia.accounts.mail.sender is 'none'; set it to an address that may send");
    }
}
