package io.lumia.accounts.wiring;

import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.FolderMail;
import io.lumia.accounts.mail.MailText;
import io.lumia.platform.time.IdSource;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;

/** Mails into a folder, unless the program or test brings its own way. */
@Factory
final class MailFactory {

    @Singleton
    @Requires(property = "lumia.accounts.mail.confirm-page")
    MailText mailText(@Value("${lumia.accounts.mail.confirm-page}") String confirmPage) {
        return new MailText(confirmPage);
    }

    @Singleton
    @Requires(missingBeans = AccountMail.class)
    @Requires(property = "lumia.accounts.mail.folder")
    @Requires(beans = MailText.class)
    FolderMail folderMail(
            @Value("${lumia.accounts.mail.folder}") String folder, MailText text, Clock clock, IdSource ids) {
        return new FolderMail(Path.of(folder), text, clock, ids);
    }
}
