package io.lumia.accounts;

import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.AccountMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps messages instead of sending them. */
public final class RecordingMail implements AccountMail {

    private final List<AccountMessage> sent = new CopyOnWriteArrayList<>();

    @Override
    public void send(AccountMessage message) {
        sent.add(message);
    }

    public List<AccountMessage> sent() {
        return List.copyOf(sent);
    }

    /** The token of the latest mail that asks for a confirmation. */
    public String latestToken() {
        return sent.stream()
                .filter(AccountMessage.ConfirmAddress.class::isInstance)
                .map(AccountMessage.ConfirmAddress.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow()
                .token()
                .value();
    }
}
