package io.lumia.functions.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.Caller;
import io.lumia.accounts.token.CheckToken;
import io.lumia.accounts.token.TokenResult;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Sql;
import io.lumia.platform.http.Admission;
import io.lumia.testing.EmbeddedDatabase;
import io.lumia.web.testing.ApiCalls;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real handler over a database of its own, with mails in a folder of its own. */
public final class ApiUnderTest extends ApiCalls {

    public static final String PASSWORD = "correct horse battery";

    /** The bytes 0 to 31. */
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final Pattern TOKEN = Pattern.compile("#token=(\\S+)");
    private static @Nullable ApiUnderTest shared;

    private final TestClock clock;
    private final Path mails;

    private ApiUnderTest(ApplicationContext context, TestClock clock, Path mails) {
        super(context, new AccountApiHandler(context));
        this.clock = clock;
        this.mails = mails;
    }

    /** One for all tests that mind nobody else and no other time. */
    public static synchronized ApiUnderTest shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** With books of its own. */
    public static ApiUnderTest start() {
        TestClock clock = new TestClock();
        Path mails = temporaryFolder();
        Map<String, Object> properties = EmbeddedDatabase.fresh().properties();
        properties.put("lumia.accounts.issuer", "https://lumia.example.org");
        properties.put("lumia.accounts.key-encryption.secrets", KEY);
        properties.put("lumia.accounts.peppers", "1:" + KEY);
        properties.put("lumia.accounts.argon2.memory-kib", 64);
        properties.put("lumia.accounts.argon2.iterations", 1);
        properties.put("lumia.accounts.mail.folder", mails.toString());
        properties.put("lumia.accounts.mail.confirm-page", "https://lumia.example.org/confirm");
        ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .singletons(clock, new FakeReceiver())
                .start();
        return new ApiUnderTest(context, clock, mails);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("lumia-mails");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestClock clock() {
        return clock;
    }

    /** Gives its connections back; for one that is not shared. */
    public void close() {
        context().close();
    }

    /** As nobody. */
    public Answer post(String path, String body) {
        return as(new Admission(Principal.ANONYMOUS, null), "POST", path, body);
    }

    public Answer as(Member member, String method, String path) {
        return as(member.admission(), method, path, null);
    }

    public Answer as(Member member, String method, String path, @Nullable String body) {
        return as(member.admission(), method, path, body);
    }

    public Answer as(Admission caller, String method, String path, @Nullable String body) {
        return sendAs(caller, method, path, Map.of("Content-Type", "application/json"), body);
    }

    /** Who registered, read his mail, confirmed and signed in. */
    public Member member(String email) {
        assertThat(post("/api/v1/users", credentials(email, PASSWORD)).status()).isEqualTo(202);
        assertThat(post("/api/v1/users/verify", "{\"token\": \"%s\"}".formatted(mailedToken(email)))
                        .status())
                .isEqualTo(200);
        return signIn(email, PASSWORD);
    }

    public Member signIn(String email, String password) {
        Answer answer = post("/api/v1/tokens", credentials(email, password));
        assertThat(answer.status()).isEqualTo(200);
        String access = String.valueOf(answer.at("data", "access_token"));
        return new Member(
                String.valueOf(answer.at("data", "user_id")),
                email,
                access,
                String.valueOf(answer.at("data", "refresh_token")),
                admission(access));
    }

    public static String credentials(String email, String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    /** What the gateway's authoriser says of an access token. */
    private Admission admission(String token) {
        Caller caller =
                switch (bean(CheckToken.class).check(token)) {
                    case TokenResult.Genuine genuine -> genuine.caller();
                    case TokenResult.Rejected rejected -> throw new AssertionError(rejected.reason());
                };
        Principal principal =
                new Principal(Principal.Kind.PERSON, caller.user().toString(), caller.role(), caller.scopes(), null);
        return new Admission(principal, null);
    }

    /** The same person with all that an admin may do. */
    public static Admission admin(Member member) {
        return new Admission(
                new Principal(Principal.Kind.PERSON, member.id(), Role.ADMIN, Role.ADMIN.scopes(), null), null);
    }

    /** A program of his. */
    public static Admission program(Member member, UUID key, Scope scope) {
        return new Admission(new Principal(Principal.Kind.PARTNER, member.id(), Role.USER, Set.of(scope), key), null);
    }

    /** To an address, in no order: the clock stands. */
    public List<String> mails(String email) {
        try (Stream<Path> files = Files.list(mails)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            return texts.stream()
                    .filter(text -> text.contains("To: " + email + "\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the mail to an address that registered once. */
    public String mailedToken(String email) {
        return mails(email).stream()
                .map(TOKEN::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** The only column of a query, as texts. */
    public List<String> texts(String query) {
        return bean(Sql.class).prepare(query, statement -> {
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
            }
            return texts;
        });
    }
}
