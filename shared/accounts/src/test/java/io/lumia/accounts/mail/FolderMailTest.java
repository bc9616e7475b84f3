package io.lumia.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.MovableClock;
import io.lumia.accounts.mail.AccountMessage.ConfirmAddress;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.platform.time.RandomIdSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FolderMailTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final SecretToken token = SecretToken.random(new Random(1));
    private final ConfirmAddress message =
            new ConfirmAddress(EmailAddress.parse("ann@example.org"), token, NOW.plusSeconds(60));

    @TempDir
    private Path folder;

    @Test
    void writesAMailThatOnlyItsOwnerReads() throws IOException {
        mail(folder.resolve("outbox")).send(message);

        List<Path> files = files();
        assertThat(files).hasSize(1);
        assertThat(Files.readString(files.getFirst()))
                .startsWith("Date: Thu, 26 Nov 2026 10:00:00 GMT\nTo: ann@example.org\nSubject: Please confirm")
                .contains("http://127.0.0.1:8080/confirm#token=" + token.value());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void theLogHasNeitherAddressNorToken() {
        Logger logger = (Logger) LoggerFactory.getLogger(FolderMail.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);

        mail(folder.resolve("outbox")).send(message);
        logger.detachAppender(log);

        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage())
                .contains("ConfirmAddress")
                .doesNotContain(token.value(), "ann");
    }

    @Test
    void theConfirmPageMustLeaveRoomForTheToken() {
        assertThatThrownBy(() -> new MailText("http://127.0.0.1/confirm#x")).hasMessageContaining("confirm-page");
        assertThatThrownBy(() -> new MailText("javascript:alert(1)")).hasMessageContaining("http or https");
    }

    private FolderMail mail(Path into) {
        MailText text = new MailText("http://127.0.0.1:8080/confirm");
        return new FolderMail(into, text, clock, new RandomIdSource(clock, new Random(2)));
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("outbox"))) {
            return files.toList();
        }
    }
}
