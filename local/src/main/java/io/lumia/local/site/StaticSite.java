package io.lumia.local.site;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The built web site at {@code /}. A path that is no file is a page of the site, which {@code index.html} shows; what is
 * below {@code /static/} has a hash in its name, is kept for ever, and is missing where it is missing. Text goes out as gzip
 * to who takes it, as CloudFront does it. Files are read anew for each request, so that a build is seen at once.
 */
public final class StaticSite {

    /** Whose answers are the API's, below them too. */
    private static final List<String> OF_THE_API = List.of("/api", "/docs", "/.well-known", "/metrics");

    private static final String HASHED = "/static/";
    private static final String INDEX = "index.html";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";
    private static final int SMALLEST_ZIPPED_BYTES = 1024;
    private static final Pattern NEVER = Pattern.compile(";\\s*q=0(\\.0*)?$");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json");

    private final Path files;

    /** @param files the folder that the build writes, there or not yet */
    public StaticSite(Path files) {
        this.files = files;
    }

    public boolean isBuilt() {
        return Files.isRegularFile(files.resolve(INDEX));
    }

    /** Answers with pages and files, and leaves the API's paths and what is no reading to the API. */
    public Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> before(
            Function<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> api) {
        return event -> isOurs(event) ? answer(event) : api.apply(event);
    }

    private static boolean isOurs(APIGatewayProxyRequestEvent event) {
        boolean reads =
                event.getHttpMethod().equals("GET") || event.getHttpMethod().equals("HEAD");
        return reads
                && OF_THE_API.stream()
                        .noneMatch(prefix -> event.getPath().equals(prefix)
                                || event.getPath().startsWith(prefix + "/"));
    }

    private APIGatewayProxyResponseEvent answer(APIGatewayProxyRequestEvent event) {
        if (!isBuilt()) {
            return page(503, NotBuilt.PAGE);
        }
        String path = event.getPath();
        Optional<Path> file = file(path);
        if (file.isEmpty() && path.startsWith(HASHED)) {
            return page(404, "<!doctype html><title>Not found</title><p>No such file; load the page again.");
        }
        return send(file.orElseGet(() -> files.resolve(INDEX)), path.startsWith(HASHED), event);
    }

    /** The file at a path, none outside the folder, through links neither. */
    private Optional<Path> file(String path) {
        try {
            Path root = files.toRealPath();
            Path found = root.resolve(path.substring(1)).normalize();
            return found.startsWith(root) && Files.isRegularFile(found) && !isHidden(root.relativize(found))
                    ? Optional.of(found.toRealPath()).filter(real -> real.startsWith(root))
                    : Optional.empty();
        } catch (InvalidPathException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static APIGatewayProxyResponseEvent send(Path file, boolean isHashed, APIGatewayProxyRequestEvent event) {
        byte[] bytes = read(file);
        Map<String, String> headers = new HashMap<>(SiteHeaders.ALL);
        headers.put("Cache-Control", isHashed ? FOR_EVER : ASK_AGAIN);
        headers.put("Content-Type", type(file));
        boolean isZippable = isText(file) && bytes.length >= SMALLEST_ZIPPED_BYTES;
        boolean isZipped = isZippable && namesInHeader(event, "Accept-Encoding", "gzip");
        if (isZippable) {
            headers.put("Vary", "Accept-Encoding");
        }
        if (isZipped) {
            headers.put("Content-Encoding", "gzip");
        }
        String tag = "\"%s%s\"".formatted(hash(bytes), isZipped ? "-gzip" : "");
        headers.put("ETag", tag);
        APIGatewayProxyResponseEvent response = new APIGatewayProxyResponseEvent().withHeaders(headers);
        if (namesInHeader(event, "If-None-Match", tag)) {
            return response.withStatusCode(304);
        }
        return response.withStatusCode(200)
                .withBody(Base64.getEncoder().encodeToString(isZipped ? zipped(bytes) : bytes))
                .withIsBase64Encoded(true);
    }

    /** A weight such as {@code gzip;q=0.5} still names it, {@code gzip;q=0} no longer. */
    private static boolean namesInHeader(APIGatewayProxyRequestEvent event, String name, String wanted) {
        return event.getHeaders() != null
                && event.getHeaders().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .flatMap(header -> Stream.of(header.getValue().trim().split("\\s*,\\s*")))
                        .filter(part -> !NEVER.matcher(part).find())
                        .anyMatch(part -> part.split("\\s*;")[0].equals(wanted));
    }

    private static boolean isText(Path file) {
        String type = type(file);
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml");
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return out.toByteArray();
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private static APIGatewayProxyResponseEvent page(int status, String html) {
        Map<String, String> headers = new HashMap<>(SiteHeaders.ALL);
        headers.put("Content-Type", TYPES.getOrDefault("html", ""));
        headers.put("Cache-Control", "no-store");
        return new APIGatewayProxyResponseEvent()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(html);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the site's file " + file + " cannot be read", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
