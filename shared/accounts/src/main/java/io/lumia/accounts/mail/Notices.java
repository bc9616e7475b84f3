package io.lumia.accounts.mail;

import io.lumia.kernel.AppException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells owners what was done already. That the mail did not go out is logged and does not make the deed look undone. */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final AccountMail mail;

    public Notices(AccountMail mail) {
        this.mail = mail;
    }

    public void tell(AccountMessage message) {
        try {
            mail.send(message);
        } catch (AppException e) {
            LOG.error(
                    "a notice, {}, was not sent: {} {}", message.getClass().getSimpleName(), e.code(), e.getMessage());
        }
    }
}
