package io.lumia.platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.StubServer;
import io.lumia.platform.StubServer.Answer;
import io.lumia.platform.StubServer.Request;
import io.lumia.platform.retry.Backoff;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a real queue does seldom, and a stub of SQS's JSON protocol does on demand. */
class SqsMessageSenderFailuresTest {

    private static final Pattern ENTRY = Pattern.compile("\"Id\":\"(\\d+)\",\"MessageBody\":\"([^\"]*)\"");
    private final List<String> taken = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private int calls;

    @Test
    void sendsAgainOnlyWhatWasNotTaken() {
        send(12, body -> calls == 1 && body.equals("b3") ? "ServiceUnavailable" : "", false);

        assertThat(taken).containsExactlyInAnyOrderElementsOf(bodies(12));
        assertThat(calls).as("ten, the one left over, two").isEqualTo(3);
        assertThat(waits).hasSize(1);
    }

    @Test
    void givesUpAfterItsAttemptsAndNamesHowMany() {
        assertThatThrownBy(() -> send(12, body -> body.equals("b3") || body.equals("b11") ? "Busy" : "", false))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining("2 of 12 messages to queue 'collect'")
                .hasMessageContaining("4 attempts")
                .hasMessageContaining("Busy");
        assertThat(taken).as("the others have left").hasSize(10);
        assertThat(calls).isEqualTo(8);
    }

    @Test
    void doesNotRepeatWhatIsTheMessagesOwnFault() {
        assertThatThrownBy(() -> send(3, body -> body.equals("b1") ? "InvalidMessageContents" : "", true))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("1 of 3 messages")
                .hasMessageContaining("InvalidMessageContents");
        assertThat(calls).isEqualTo(1);
        assertThat(waits).isEmpty();
    }

    @Test
    void saysThatNobodyAnswersThere() {
        ApplicationContext context = context("http://127.0.0.1:1");
        try (context) {
            assertThatThrownBy(() -> sender(context).send("collect", bodies(2)))
                    .isInstanceOfSatisfying(
                            AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                    .hasMessageContaining("sending 2 of 2 messages to queue 'collect' failed");
        }
    }

    private void send(int count, Function<String, String> errorOf, boolean senderFault) {
        try (StubServer server = new StubServer(request -> answer(request, errorOf, senderFault));
                ApplicationContext context = context(server.address())) {
            sender(context).send("collect", bodies(count));
        }
    }

    private Answer answer(Request request, Function<String, String> errorOf, boolean senderFault) {
        calls++;
        List<String> successful = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        Matcher entry = ENTRY.matcher(request.text());
        while (entry.find()) {
            String error = errorOf.apply(entry.group(2));
            if (error.isEmpty()) {
                taken.add(entry.group(2));
                successful.add("{\"Id\":\"%s\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"%s\"}"
                        .formatted(entry.group(1), md5(entry.group(2))));
            } else {
                failed.add("{\"Id\":\"%s\",\"Code\":\"%s\",\"Message\":\"no\",\"SenderFault\":%s}"
                        .formatted(entry.group(1), error, senderFault));
            }
        }
        return Answer.of(
                200,
                "application/x-amz-json-1.0",
                "{\"Successful\":[%s],\"Failed\":[%s]}"
                        .formatted(String.join(",", successful), String.join(",", failed)));
    }

    private static String md5(String text) {
        try {
            byte[] digest = java.security.MessageDigest.getInstance("MD5").digest(text.getBytes());
            return java.util.HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SqsMessageSender sender(ApplicationContext context) {
        Backoff noWaiting = new Backoff(4, Duration.ofMillis(10), Duration.ofMillis(20), new Random(1), waits::add);
        return new SqsMessageSender(
                () -> context.getBean(SqsClient.class), context.getBean(QueueUrls.class), noWaiting);
    }

    private static ApplicationContext context(String address) {
        return ApplicationContext.run(Map.of(
                "aws.services.sqs.endpoint-override", address,
                "aws.region", "eu-central-1",
                "aws.access-key-id", "local",
                "aws.secret-key", "local",
                "lumia.queues.collect", address + "/000000000000/collect"));
    }

    private static List<String> bodies(int count) {
        return IntStream.range(0, count).mapToObj(number -> "b" + number).toList();
    }
}
