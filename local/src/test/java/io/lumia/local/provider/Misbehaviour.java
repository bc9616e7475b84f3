package io.lumia.local.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What servers do instead of answering. */
final class Misbehaviour {

    private static final String JSON = "application/json";
    /** Longer than a collector waits for one call. */
    private static final int HANGING_SECONDS = 40;

    private static final int BOMB_MEGABYTES = 200;

    private Misbehaviour() {}

    static HttpHandler hang() {
        return exchange -> {
            pause(HANGING_SECONDS * 1_000L);
            exchange.close();
        };
    }

    /** A byte now and then, for longer than anybody waits. */
    static HttpHandler drip() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int second = 0; second < HANGING_SECONDS; second++) {
                    body.write(' ');
                    body.flush();
                    pause(1_000);
                }
            }
        };
    }

    static HttpHandler status(int status, String type, String text) {
        return exchange -> send(exchange, status, type, text);
    }

    static HttpHandler retryAfter(int seconds) {
        return exchange -> {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(seconds));
            send(exchange, 429, "text/plain", "Too Many Requests");
        };
    }

    /** Says that it is longer than it is. */
    static HttpHandler cutOff() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write("{\"chart\":{\"result\":[{".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** A few hundred kilobytes that unfold to a few hundred megabytes. */
    static HttpHandler gzipBomb() {
        byte[] bomb = bomb();
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.length);
            exchange.getResponseBody().write(bomb);
            exchange.close();
        };
    }

    static HttpHandler redirect(String address) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", address);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    private static byte[] bomb() {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) ' ');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                gzip.write(megabyte);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
