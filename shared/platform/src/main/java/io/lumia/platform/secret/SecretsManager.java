package io.lumia.platform.secret;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.retry.Backoff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.EndpointTag;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceEndpointKey;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Reads values from AWS Secrets Manager. One operation, signed by the SDK's own signer: the SDK's client of the whole
 * service would make every function larger and its start slower for one call.
 *
 * <p>Where it asks: {@code AWS_ENDPOINT_URL_SECRETS_MANAGER} or {@code AWS_ENDPOINT_URL} as every AWS tool, else the
 * endpoint of the secret's region, that for IPv6 with {@code AWS_USE_DUALSTACK_ENDPOINT=true}.
 */
public final class SecretsManager implements SecretSource {

    private static final String SERVICE = "secretsmanager";
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration READ_LIMIT = Duration.ofSeconds(3);
    private static final int MOST_ATTEMPTS = 3;

    /** A value has 65,536 bytes at most; JSON may write each as six. */
    private static final int MOST_BYTES = 512 * 1024;

    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Map<String, String> environment;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;
    private final Backoff backoff;

    SecretsManager(Map<String, String> environment, AwsCredentialsProvider credentials, Clock clock, Backoff backoff) {
        this.environment = Map.copyOf(environment);
        this.credentials = credentials;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** As the process' environment says where and who. */
    public static SecretsManager of(Map<String, String> environment) {
        return new SecretsManager(
                environment,
                DefaultCredentialsProvider.create(),
                Clock.systemUTC(),
                Backoff.of(MOST_ATTEMPTS, Duration.ofMillis(100), Duration.ofSeconds(1)));
    }

    @Override
    public String value(SecretArn secret) {
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_LIMIT)
                .socketTimeout(READ_LIMIT)
                .build()) {
            Answer answer = ask(http, secret);
            for (int tried = 1; tried < MOST_ATTEMPTS && answer.mayChange(); tried++) {
                backoff.waitAfter(tried);
                answer = ask(http, secret);
            }
            return answer.valueOf(secret);
        }
    }

    /** @param status 0 if there was none */
    private record Answer(int status, String body) {

        boolean mayChange() {
            return status == 0 || status == TOO_MANY || status >= FIRST_SERVER_ERROR || body.contains("Throttling");
        }

        String valueOf(SecretArn secret) {
            if (status != OK) {
                throw new AppException(
                        mayChange() ? ErrorCode.TRANSPORT_UNAVAILABLE : ErrorCode.INTERNAL,
                        "reading secret %s failed: status %d, %s".formatted(secret, status, body));
            }
            return JsonNode.parser()
                    .parse(body)
                    .field("SecretString")
                    .map(JsonNode::asString)
                    .orElseThrow(() -> new AppException(
                            ErrorCode.INTERNAL, "secret %s holds bytes; allowed: text".formatted(secret)));
        }
    }

    private Answer ask(SdkHttpClient http, SecretArn secret) {
        try {
            SignedRequest signed = signed(request(secret), body(secret), secret.region());
            HttpExecuteResponse response = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            return new Answer(response.httpResponse().statusCode(), text(response.responseBody()));
        } catch (IOException e) {
            return new Answer(0, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }

    private static String text(Optional<AbortableInputStream> body) throws IOException {
        if (body.isEmpty()) {
            return "";
        }
        try (AbortableInputStream stream = body.get()) {
            return new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static byte[] body(SecretArn secret) {
        // The ARN's form holds no character that JSON would escape.
        return "{\"SecretId\":\"%s\"}".formatted(secret.text()).getBytes(StandardCharsets.UTF_8);
    }

    private SdkHttpRequest request(SecretArn secret) {
        return SdkHttpFullRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint(secret.region()))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue")
                .build();
    }

    private SignedRequest signed(SdkHttpRequest request, byte[] body, String region) {
        AwsCredentialsIdentity identity = credentials.resolveCredentials();
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(identity)
                .request(request)
                .payload(payload)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
    }

    private URI endpoint(String region) {
        String given = environment.getOrDefault(
                "AWS_ENDPOINT_URL_SECRETS_MANAGER", environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        if (!given.isEmpty()) {
            return URI.create(given.endsWith("/") ? given : given + "/");
        }
        ServiceEndpointKey.Builder key = ServiceEndpointKey.builder().region(Region.of(region));
        if (environment.getOrDefault("AWS_USE_DUALSTACK_ENDPOINT", "").equals("true")) {
            key.tags(EndpointTag.DUALSTACK);
        }
        return URI.create("https://" + ServiceMetadata.of(SERVICE).endpointFor(key.build()) + "/");
    }
}
