package io.lumia.accounts.mail;

import io.lumia.accounts.mail.AccountMessage.AccountDeleted;
import io.lumia.accounts.mail.AccountMessage.AlreadyRegistered;
import io.lumia.accounts.mail.AccountMessage.ConfirmAddress;
import io.lumia.accounts.mail.AccountMessage.PasswordChanged;
import io.lumia.kernel.AppException;

/**
 * What mails say, in plain text.
 *
 * @param confirmPage the page that confirms an address; the token follows its {@code #}, which browsers send to nobody
 */
public record MailText(String confirmPage) {

    public MailText {
        boolean address = confirmPage.matches("https?://[^\\s#]{1,300}");
        if (!address) {
            throw AppException.invalid(
                    "lumia.accounts.mail.confirm-page", confirmPage, "an http or https address without #");
        }
    }

    public String subject(AccountMessage message) {
        return switch (message) {
            case ConfirmAddress _ -> "Please confirm your e-mail address";
            case AlreadyRegistered _ -> "You have an account already";
            case PasswordChanged _ -> "Your password was changed";
            case AccountDeleted _ -> "Your account was deleted";
        };
    }

    public String body(AccountMessage message) {
        return switch (message) {
            case ConfirmAddress confirm ->
                """
                    Somebody, hopefully you, wants an account at Lumia with this address. To confirm it, open

                        %s#token=%s

                    until %s. If it was not you, do nothing: there will be no account.
                    """.formatted(confirmPage, confirm.token().value(), confirm.expiresAt());
            case AlreadyRegistered _ -> """
                    Somebody, perhaps you, wanted an account at Lumia with this address, which has one already.
                    Nothing was changed. Sign in with the password that you have.
                    """;
            case PasswordChanged changed -> """
                    The password of your account at Lumia was changed at %s, and all sessions were ended.
                    If it was not you, tell the operator of your installation at once.
                    """.formatted(changed.at());
            case AccountDeleted deleted -> """
                    Your account at Lumia was deleted at %s, with everything that it held.
                    """.formatted(deleted.at());
        };
    }
}
