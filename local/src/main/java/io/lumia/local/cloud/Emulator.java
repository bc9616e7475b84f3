package io.lumia.local.cloud;

import io.lumia.kernel.AppException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where something listens that acts as AWS.
 *
 * @param endpoint http and a loopback or private address: nobody's real account is ever deployed to from here
 * @param region   that it acts as
 */
public record Emulator(URI endpoint, String region) {

    /** By its number: the CDK puts bucket names before host names, and such names resolve nowhere. */
    private static final Pattern ADDRESS = Pattern.compile(
            "127(\\.\\d{1,3}){3}|10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}");

    public static Emulator parse(String endpoint, String region) {
        URI uri;
        try {
            uri = URI.create(endpoint);
        } catch (IllegalArgumentException _) {
            uri = URI.create("");
        }
        String host = uri.getHost() == null ? "" : uri.getHost();
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!"http".equals(uri.getScheme())
                || uri.getPort() < 0
                || !ADDRESS.matcher(host).matches()
                || !(path.isEmpty() || path.equals("/"))
                || uri.getQuery() != null) {
            throw AppException.invalid(
                    "--endpoint",
                    endpoint,
                    "http, a loopback or private IPv4 address and a port, such as http://127.0.0.1:4566");
        }
        return new Emulator(URI.create("http://%s:%d".formatted(host, uri.getPort())), region);
    }

    /** What makes every AWS tool talk to it; credentials that are none. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint.toString(),
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_SESSION_TOKEN",
                "",
                "AWS_REGION",
                region,
                "AWS_DEFAULT_REGION",
                region,
                "AWS_EC2_METADATA_DISABLED",
                "true");
    }
}
