package io.lumia.accounts.mail;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each mail as a file that only its owner can read, for a laptop. The log says which file, not what stands in it: a mail
 * has an address and often a token.
 */
public final class FolderMail implements AccountMail {

    private static final Logger LOG = LoggerFactory.getLogger(FolderMail.class);

    private final Path folder;
    private final MailText text;
    private final Clock clock;
    private final IdSource ids;

    public FolderMail(Path folder, MailText text, Clock clock, IdSource ids) {
        this.folder = folder;
        this.text = text;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void send(AccountMessage message) {
        Path file = folder.resolve(ids.next() + ".eml");
        try {
            Files.createDirectories(folder);
            create(file);
            Files.writeString(file, content(message), StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.TRANSPORT_UNAVAILABLE, "mail could not be written to folder '%s'".formatted(folder), e);
        }
        LOG.info("wrote a mail, {}, to {}", message.getClass().getSimpleName(), file);
    }

    /** Readable for its owner only from the first byte on, where the file system knows owners. */
    private static void create(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(file);
        }
    }

    /** An address has no line break, by its pattern, so that nobody can add a header. */
    private String content(AccountMessage message) {
        return """
                Date: %s
                To: %s
                Subject: %s
                Content-Type: text/plain; charset=utf-8

                %s""".formatted(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)),
                message.to().value(),
                text.subject(message),
                text.body(message));
    }
}
