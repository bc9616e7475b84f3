package io.lumia.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.queue.QueueClient;
import io.lumia.local.queue.QueuePoller;
import io.lumia.platform.event.EventBus;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.object.ObjectStore;
import io.lumia.platform.queue.MessageSender;
import io.lumia.platform.schedule.EventBridgeScheduleEngine;
import io.lumia.platform.schedule.RetryPolicy;
import io.lumia.platform.schedule.ScheduleSpec;
import io.lumia.platform.schedule.When;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The adapters of the functions and of the hosted stage, against something that acts as AWS. */
abstract class EmulatorContract {

    private static final String QUEUE = "contract";
    private static final String BUS = "contract-bus";
    private static final String BUCKET = "contract-bucket";
    private static final String REGION = "us-east-1";
    private static final Duration SOON = Duration.ofSeconds(60);
    /** A schedule is exact to the minute. */
    private static final Duration AFTER_A_SCHEDULE = Duration.ofSeconds(150);

    private Emulator emulator;
    private EmulatorCalls calls;
    private QueueClient queues;
    private ApplicationContext context;

    /** Of the emulator, by its IP address. */
    abstract String endpoint();

    /** Whether its schedules fire; some only keep them. */
    abstract boolean firesSchedules();

    @BeforeEach
    void connect() {
        emulator = Emulator.parse(endpoint(), REGION);
        calls = new EmulatorCalls(emulator);
        queues = new QueueClient(endpoint());
        queues.create(new Trigger.Queue(QUEUE, 10, 0, 30, 2));
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties())
                .singletons(Clock.systemUTC())
                .start();
    }

    @AfterEach
    void disconnect() {
        context.close();
        queues.close();
        calls.close();
    }

    private Map<String, Object> properties() {
        return Map.ofEntries(
                Map.entry("aws.region", REGION),
                Map.entry("aws.access-key-id", "test"),
                Map.entry("aws.secret-key", "test"),
                Map.entry("aws.services.sqs.endpoint-override", endpoint()),
                Map.entry("aws.services.eventbridge.endpoint-override", endpoint()),
                Map.entry("aws.services.scheduler.endpoint-override", endpoint()),
                Map.entry("aws.services.s3.endpoint-override", endpoint()),
                Map.entry("lumia.queues." + QUEUE, queues.url(QUEUE)),
                Map.entry("lumia.events.bus-name", BUS),
                Map.entry("lumia.objects.location", "s3://" + BUCKET + "/raw"),
                Map.entry("lumia.schedules.group", "default"),
                Map.entry("lumia.schedules.role-arn", "arn:aws:iam::000000000000:role/scheduler"),
                Map.entry("lumia.schedules.queue-arn-prefix", arn("")));
    }

    @Test
    void onlyWhatTheFunctionReportsAsFailedComesBackUntilItIsADeadLetter() {
        context.getBean(MessageSender.class).send(QUEUE, List.of("good", "poison"));

        try (QueuePoller poller = new QueuePoller(
                new QueuePoller.Subscription("contract", QUEUE, 10, 1, EmulatorContract::failPoison), queues)) {
            poller.start();
            await(SOON, () -> queues.depth(QUEUE + "-dead").waiting() == 1);
        }

        assertThat(queues.depth(QUEUE).isEmpty()).isTrue();
        var letters = queues.receive(QUEUE + "-dead", 10, 1);
        assertThat(letters).singleElement().satisfies(letter -> assertThat(letter.body())
                .isEqualTo("poison"));
        queues.delete(QUEUE + "-dead", letters);
    }

    /** What the inventory of a deployment asks by; each list is there, and shows a dashboard that was made. */
    @Test
    void dashboardsFirewallsAndDistributionsAreListed() {
        calls.call(
                "monitoring",
                "GraniteServiceVersion20100801.PutDashboard",
                Map.of("DashboardName", "contract-overview", "DashboardBody", "{\"widgets\":[]}"));

        JsonNode dashboards = calls.call(
                "monitoring",
                "GraniteServiceVersion20100801.ListDashboards",
                Map.of("DashboardNamePrefix", "contract-"));
        assertThat(dashboards.at("/DashboardEntries/0/DashboardName").asText()).isEqualTo("contract-overview");
        JsonNode firewalls =
                calls.call("wafv2", "AWSWAF_20190729.ListWebACLs", Map.of("Scope", "REGIONAL", "Limit", 100));
        assertThat(firewalls.path("WebACLs").isArray()).isTrue();
        assertThat(calls.getXml("cloudfront", "/2020-05-31/distribution").getTagName())
                .isEqualTo("DistributionList");

        calls.call(
                "monitoring",
                "GraniteServiceVersion20100801.DeleteDashboards",
                Map.of("DashboardNames", List.of("contract-overview")));
    }

    @Test
    void anEventReachesTheQueueWhoseRuleFits() {
        calls.call("events", "AWSEvents.CreateEventBus", Map.of("Name", BUS));
        calls.call(
                "events",
                "AWSEvents.PutRule",
                Map.of(
                        "Name", "loaded",
                        "EventBusName", BUS,
                        "EventPattern", "{\"source\":[\"lumia.load\"],\"detail-type\":[\"PricesLoaded\"]}"));
        calls.call(
                "events",
                "AWSEvents.PutTargets",
                Map.of(
                        "Rule",
                        "loaded",
                        "EventBusName",
                        BUS,
                        "Targets",
                        List.of(Map.of("Id", "1", "Arn", arn(QUEUE)))));

        context.getBean(EventBus.class)
                .put(List.of(
                        new EventBus.Announcement("lumia.load", "PricesLoaded", "{\"rows\":3}"),
                        new EventBus.Announcement("lumia.load", "ArticlesLoaded", "{\"rows\":4}")));

        JsonNode event = io.lumia.local.json.Json.tree(next());
        assertThat(event.path("detail-type").asText()).isEqualTo("PricesLoaded");
        assertThat(event.at("/detail/rows").asInt()).isEqualTo(3);
        assertThat(queues.depth(QUEUE).isEmpty()).isTrue();
    }

    @Test
    void aScheduleIsKeptAsItWasGivenAndFires() {
        EventBridgeScheduleEngine engine = context.getBean(EventBridgeScheduleEngine.class);
        LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        ScheduleSpec once = new ScheduleSpec(
                "contract.once",
                When.parse("at(%s)".formatted(soon.truncatedTo(ChronoUnit.SECONDS) + ":00")),
                "UTC",
                QUEUE,
                "{\"tick\":true}",
                true,
                RetryPolicy.STANDARD,
                QUEUE + "-dead",
                null,
                null);

        engine.put(once);

        assertThat(engine.find("contract.once")).contains(once);
        assertThat(engine.list("contract.")).hasSize(1);
        assumeTrue(firesSchedules(), endpoint() + " keeps schedules and fires none");
        await(AFTER_A_SCHEDULE, () -> queues.depth(QUEUE).waiting() == 1);
        assertThat(next()).isEqualTo("{\"tick\":true}");
    }

    @Test
    void whatWasPutIsReadAgain() {
        try (S3Client s3 = S3Client.builder()
                .endpointOverride(URI.create(endpoint()))
                .forcePathStyle(true)
                .region(Region.of(REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            s3.createBucket(request -> request.bucket(BUCKET));
        }
        byte[] content = "a raw answer, ünaltered".getBytes(StandardCharsets.UTF_8);

        context.getBean(ObjectStore.class).put("2017/11/10/answer.json", content, "application/json");

        assertThat(context.getBean(ObjectStore.class).get("2017/11/10/answer.json", 1_000))
                .isEqualTo(content);
    }

    @Test
    void aDeployedApiTellsWhichFunctionAnswersWhat() {
        String api = calls.post("apigateway", "/restapis", Map.of("name", "contract-api"))
                .path("id")
                .asText();
        String root = calls.get("apigateway", "/restapis/%s/resources".formatted(api))
                .at("/item/0/id")
                .asText();
        String assets = resource(api, root, "assets");
        method(api, assets, "market-api");
        method(api, resource(api, assets, "{id}"), "news-api");

        DeployedApi deployed = DeployedApi.read(calls, "contract-api", "stage-");

        assertThat(deployed.find("GET", "/assets").orElseThrow().function()).isEqualTo("market-api");
        DeployedApi.Route one = deployed.find("GET", "/assets/SPY").orElseThrow();
        assertThat(one.function()).isEqualTo("news-api");
        assertThat(one.values("/assets/SPY")).contains(Map.of("id", "SPY"));
        assertThat(deployed.find("POST", "/assets")).isEmpty();
        calls.delete("apigateway", "/restapis/" + api);
    }

    private String resource(String api, String parent, String part) {
        return calls.post("apigateway", "/restapis/%s/resources/%s".formatted(api, parent), Map.of("pathPart", part))
                .path("id")
                .asText();
    }

    private void method(String api, String resource, String function) {
        String path = "/restapis/%s/resources/%s/methods/GET".formatted(api, resource);
        calls.put("apigateway", path, Map.of("authorizationType", "NONE"));
        calls.put(
                "apigateway",
                path + "/integration",
                Map.of(
                        "type", "AWS_PROXY",
                        "httpMethod", "POST",
                        "uri",
                                "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/arn:aws:lambda:%s:000000000000:function:stage-%s/invocations"
                                        .formatted(REGION, REGION, function)));
    }

    private String arn(String queue) {
        String url = queues.url(QUEUE);
        String[] parts = URI.create(url).getPath().split("/", -1);
        return "arn:aws:sqs:%s:%s:%s".formatted(REGION, parts[parts.length - 2], queue);
    }

    private String next() {
        await(SOON, () -> queues.depth(QUEUE).waiting() > 0);
        var messages = queues.receive(QUEUE, 1, 1);
        queues.delete(QUEUE, messages);
        return messages.getFirst().body();
    }

    private static SQSBatchResponse failPoison(SQSEvent event) {
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> message.getBody().equals("poison"))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private static void await(Duration atMost, BooleanSupplier done) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + atMost).isLessThan(deadline);
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
