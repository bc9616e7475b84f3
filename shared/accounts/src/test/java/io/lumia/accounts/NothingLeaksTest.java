package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.lumia.accounts.password.Password;
import io.lumia.accounts.personal.DeleteAccount;
import io.lumia.accounts.personal.ExportOwnData;
import io.lumia.accounts.registration.Register;
import io.lumia.accounts.registration.Verify;
import io.lumia.accounts.session.ChangePassword;
import io.lumia.accounts.session.RefreshSession;
import io.lumia.accounts.session.SessionTokens;
import io.lumia.kernel.AppException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A canary: everything that a person has is typed, and none of it may come out in logs, events, messages or texts of objects. */
class NothingLeaksTest {

    private static final String EMAIL = "canary.bird@canary-mail.example";
    private static final String PASSWORD = "canary password one";
    private static final String OTHER_PASSWORD = "canary password two";

    private final List<String> said = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(List.of(EMAIL, "canary", PASSWORD, OTHER_PASSWORD));

    @Test
    void noSecretAndNoPersonalDatumComesOut() {
        Logger ours = (Logger) LoggerFactory.getLogger("io.lumia");
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Level before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        try (Installation lumia = new Installation()) {
            live(lumia);
            lumia.events.all().forEach(event -> said.add(event.toString()));
            lumia.mail.sent().forEach(message -> said.add(message.toString()));
        } finally {
            ours.setLevel(before);
            root.detachAppender(log);
        }
        log.list.forEach(event -> said.add(event.getFormattedMessage() + thrown(event.getThrowableProxy())));

        assertThat(said).hasSizeGreaterThan(20);
        String all = said.stream().collect(Collectors.joining("\n"));
        for (String secret : secrets) {
            assertThat(all.contains(secret)).as("'%s' in what was said", secret).isFalse();
        }
    }

    private void live(Installation lumia) {
        lumia.get(Register.class).register(EMAIL, PASSWORD, ORIGIN);
        String token = lumia.mail.latestToken();
        secrets.add(token);
        UserId user = lumia.verified(token);
        say(() -> lumia.get(Verify.class).verify(token, ORIGIN));
        lumia.get(Register.class).register(EMAIL, PASSWORD, ORIGIN);
        say(() -> lumia.trySignIn(EMAIL, OTHER_PASSWORD));
        SessionTokens tokens = lumia.signIn(EMAIL, PASSWORD);
        secrets.add(tokens.access().value());
        secrets.add(tokens.access().value().split("\\.")[2]);
        secrets.add(tokens.refresh().value());
        said.add(tokens.toString());
        say(() -> lumia.get(RefreshSession.class).refresh(tokens.refresh().value(), ORIGIN));
        say(() -> lumia.get(RefreshSession.class).refresh(tokens.refresh().value(), ORIGIN));
        say(() -> lumia.get(ExportOwnData.class).export(user, ORIGIN));
        say(() -> lumia.get(Register.class).register("canary.bird at canary", PASSWORD, ORIGIN));
        say(() -> lumia.get(Register.class).register(EMAIL, "canary", ORIGIN));
        say(() -> lumia.get(ChangePassword.class).change(user, OTHER_PASSWORD, PASSWORD, ORIGIN));
        say(() -> lumia.get(ChangePassword.class).change(user, PASSWORD, OTHER_PASSWORD, ORIGIN));
        for (int i = 0; i < 12; i++) {
            say(() -> lumia.trySignIn(EMAIL, PASSWORD));
        }
        lumia.clock.advance(java.time.Duration.ofHours(1));
        say(() -> lumia.get(DeleteAccount.class)
                .delete(user, new DeleteAccount.Proof.Typed(Password.of(OTHER_PASSWORD)), ORIGIN));
    }

    private void say(java.util.function.Supplier<Object> deed) {
        try {
            said.add(deed.get().toString());
        } catch (AppException e) {
            said.add(e.toString());
        }
    }

    private static String thrown(IThrowableProxy thrown) {
        return thrown == null
                ? ""
                : " " + thrown.getClassName() + " " + thrown.getMessage() + thrown(thrown.getCause());
    }
}
