package io.lumia.accounts.mail.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lumia.accounts.EmailAddress;
import io.lumia.accounts.mail.AccountMail;
import io.lumia.accounts.mail.AccountMessage;
import io.lumia.accounts.mail.AccountMessage.AlreadyRegistered;
import io.lumia.accounts.mail.AccountMessage.ConfirmAddress;
import io.lumia.accounts.secret.SecretToken;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.endpoints.SesV2EndpointProvider;

/** SES's protocol (API reference, version 2, SendEmail) against a stub. */
class SesMailTest {

    private static final EmailAddress ANN = EmailAddress.parse("ann@example.org");
    private static final SecretToken TOKEN = SecretToken.random(new Random(7));
    private static final AccountMessage CONFIRM = new ConfirmAddress(ANN, TOKEN, Instant.parse("2026-11-27T10:00:00Z"));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> authorisations = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String word = "";
    private HttpServer server;
    private ApplicationContext context;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        context = ApplicationContext.run(properties("no-reply@lumia.example"));
    }

    @AfterEach
    void stop() {
        context.close();
        server.stop(0);
    }

    @Test
    void handsAPlainTextMailToSes() {
        context.getBean(AccountMail.class).send(CONFIRM);

        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("POST /v2/email/outbound-emails {")
                .contains(
                        "\"FromEmailAddress\":\"no-reply@lumia.example\"",
                        "\"ToAddresses\":[\"ann@example.org\"]",
                        "\"Subject\":{\"Data\":\"Please confirm your e-mail address\",\"Charset\":\"UTF-8\"}",
                        "\"Body\":{\"Text\":{\"Data\":\"Somebody, hopefully you",
                        "https://lumia.example/confirm#token=" + TOKEN.value())
                .doesNotContain("Html");
        assertThat(authorisations.getFirst()).contains("/eu-central-1/ses/aws4_request");
    }

    /** Both go the same way, so that nobody who waits for the answer can tell them apart by it. */
    @ParameterizedTest
    @CsvSource({
        "400, MessageRejected, INTERNAL",
        "400, MailFromDomainNotVerifiedException, INTERNAL",
        "403, AccessDeniedException, INTERNAL",
        "429, TooManyRequestsException, TRANSPORT_UNAVAILABLE",
        "503, ServiceUnavailable, TRANSPORT_UNAVAILABLE"
    })
    void whatSesDoesNotTakeFailsWithoutNamingTheReader(int failure, String type, ErrorCode code) {
        status = failure;
        word = type;
        AccountMail mail = context.getBean(AccountMail.class);

        for (AccountMessage message : List.of(CONFIRM, new AlreadyRegistered(ANN))) {
            assertThatThrownBy(() -> mail.send(message))
                    .isInstanceOfSatisfying(AppException.class, e -> {
                        assertThat(e.code()).isEqualTo(code);
                        assertThat(e.getCause()).isNull();
                    })
                    .hasMessageContaining("status " + failure)
                    .hasMessageContaining(type)
                    .hasMessageNotContainingAny("example.org", TOKEN.value());
        }
    }

    @Test
    void anInstallationMaySayThatItSendsNone() {
        try (ApplicationContext silent = ApplicationContext.run(properties("none"))) {
            assertThatThrownBy(() -> silent.getBean(AccountMail.class).send(CONFIRM))
                    .isInstanceOfSatisfying(
                            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                    .hasMessageContaining("lumia.accounts.mail.sender is 'none'");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aSenderIsOneAddress() {
        try (ApplicationContext wrong = ApplicationContext.run(properties("Lumia <no-reply@lumia.example>"))) {
            assertThatThrownBy(() -> wrong.getBean(AccountMail.class))
                    .hasStackTraceContaining("lumia.accounts.mail.sender is 'Lumia <no-reply@lumia.example>'");
        }
    }

    /** Functions in the private network leave it by IPv6 alone: the SDK must know a name of SES that has such an address. */
    @Test
    void isReachedByItsNameForBothProtocolsWhereThatIsAskedFor() {
        URI endpoint = SesV2EndpointProvider.defaultProvider()
                .resolveEndpoint(where ->
                        where.region(Region.EU_CENTRAL_1).useDualStack(true).useFips(false))
                .join()
                .url();

        assertThat(endpoint).hasHost("email.eu-central-1.api.aws").hasScheme("https");
    }

    private Map<String, Object> properties(String sender) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("lumia.accounts.mail.sender", sender);
        properties.put("lumia.accounts.mail.confirm-page", "https://lumia.example/confirm");
        properties.put(
                "aws.services.sesv2.endpoint-override",
                "http://127.0.0.1:" + server.getAddress().getPort());
        properties.put("aws.region", "eu-central-1");
        properties.put("aws.access-key-id", "local");
        properties.put("aws.secret-key", "local");
        return properties;
    }

    /** A refusal names the address, as SES does in its sandbox. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            authorisations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] answer = (status == 200
                            ? "{\"MessageId\":\"0107018c1b2a-000000\"}"
                            : "{\"message\":\"Email address is not verified: ann@example.org\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (!word.isEmpty()) {
                exchange.getResponseHeaders().set("x-amzn-ErrorType", word);
            }
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
