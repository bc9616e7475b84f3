package io.lumia.market.provider.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.platform.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * All responses that make up an answer, as received, in one zip that any tool opens:
 *
 * <pre>
 * asked.json        {"provider", "dataset", "symbols", "asset_type", "from", "to"}: what was asked
 * 0001.json         {"kind", "symbol", "address", "status", "headers", "received_at"} of the first exchange; no secrets
 * 0001.body         its body, decompressed, otherwise as received
 * 0002.json, …      the next ones, in the order in which they were sent
 * </pre>
 *
 * Times of entries are fixed, so that the same content is the same bytes.
 */
record AnswerArchive(Asked asked, List<KeptExchange> exchanges) {

    static final String CONTENT_TYPE = "application/zip";

    /** As many bytes as an answer's bodies may have together, when written and when read. */
    static final int MAX_BODY_BYTES = 200 << 20;

    static final int MAX_EXCHANGES = 500;

    private static final int MAX_HEAD_BYTES = 1 << 20;
    private static final int MAX_HEADER_CHARACTERS = 1_000;
    private static final String ASKED = "asked.json";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a reader needs, and what shows how fresh the answer was; nothing that is about us. */
    private static final Set<String> KEPT_HEADERS = Set.of(
            "content-type",
            "content-encoding",
            "date",
            "etag",
            "last-modified",
            "retry-after",
            "cache-control",
            "age",
            "expires",
            "link",
            "location");

    AnswerArchive {
        exchanges = List.copyOf(exchanges);
    }

    /** What was asked, without where and on whose behalf. */
    record Asked(
            String provider,
            Dataset dataset,
            List<String> symbols,
            @Nullable AssetType assetType,
            @Nullable LocalDate from,
            LocalDate to) {

        static Asked of(String provider, ProviderRequest request) {
            return new Asked(
                    provider, request.dataset(), request.symbols(), request.assetType(), request.from(), request.to());
        }
    }

    static boolean isKept(String header) {
        return KEPT_HEADERS.contains(header) || header.startsWith("x-ratelimit") || header.startsWith("ratelimit");
    }

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, ASKED, JSON.writeValueAsBytes(askedJson()));
            int number = 0;
            for (KeptExchange exchange : exchanges) {
                number++;
                entry(zip, "%04d.json".formatted(number), JSON.writeValueAsBytes(headJson(exchange)));
                entry(zip, "%04d.body".formatted(number), exchange.response().body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private ObjectNode askedJson() {
        ObjectNode json = JSON.createObjectNode();
        json.put("provider", asked.provider()).put("dataset", asked.dataset().code());
        ArrayNode symbols = json.putArray("symbols");
        asked.symbols().forEach(symbols::add);
        json.put(
                "asset_type",
                asked.assetType() == null ? null : asked.assetType().code());
        json.put("from", asked.from() == null ? null : asked.from().toString());
        return json.put("to", asked.to().toString());
    }

    private static ObjectNode headJson(KeptExchange exchange) {
        WebResponse response = exchange.response();
        ObjectNode json = JSON.createObjectNode();
        json.put("kind", exchange.kind()).put("symbol", exchange.symbol()).put("address", exchange.address());
        json.put("status", response.status());
        ObjectNode headers = json.putObject("headers");
        new TreeMap<>(response.headers()).forEach((name, value) -> {
            if (isKept(name)) {
                headers.put(name, value.substring(0, Math.min(value.length(), MAX_HEADER_CHARACTERS)));
            }
        });
        return json.put("received_at", response.receivedAt().toString());
    }

    /** Fails with MALFORMED_MESSAGE for anything that {@link #write} did not write. */
    static AnswerArchive read(byte[] content) {
        try {
            return parse(entries(content));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw malformed("cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, byte[]> entries(byte[] content) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = (long) MAX_BODY_BYTES + MAX_HEAD_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= bytes.length;
                if (left < 0 || entries.size() > 2 * MAX_EXCHANGES) {
                    throw malformed(
                            "holds more than %d bytes or %d exchanges".formatted(MAX_BODY_BYTES, MAX_EXCHANGES));
                }
                entries.put(entry.getName(), bytes);
            }
        }
        return entries;
    }

    private static AnswerArchive parse(Map<String, byte[]> entries) throws JsonProcessingException {
        Asked asked = asked(tree(entries, ASKED));
        List<KeptExchange> exchanges = new ArrayList<>();
        int count = (entries.size() - 1) / 2;
        for (int number = 1; number <= count; number++) {
            JsonNode head = tree(entries, "%04d.json".formatted(number));
            exchanges.add(exchange(head, bytes(entries, "%04d.body".formatted(number))));
        }
        return new AnswerArchive(asked, exchanges);
    }

    private static Asked asked(JsonNode json) {
        List<String> symbols = new ArrayList<>();
        json.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
        JsonNode type = json.path("asset_type");
        JsonNode from = json.path("from");
        return new Asked(
                json.path("provider").asText(),
                Dataset.parse(json.path("dataset").asText()),
                List.copyOf(symbols),
                type.isTextual() ? AssetType.parse(type.textValue()) : null,
                from.isTextual() ? LocalDate.parse(from.textValue()) : null,
                LocalDate.parse(json.path("to").asText()));
    }

    private static KeptExchange exchange(JsonNode head, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        head.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        WebResponse response = new WebResponse(
                head.path("status").asInt(),
                headers,
                body,
                Instant.parse(head.path("received_at").asText()));
        return new KeptExchange(
                head.path("kind").asText(),
                head.path("symbol").asText(),
                head.path("address").asText(),
                response);
    }

    private static JsonNode tree(Map<String, byte[]> entries, String name) throws JsonProcessingException {
        return JSON.readTree(new String(bytes(entries, name), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Map<String, byte[]> entries, String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw malformed("lacks the entry " + name);
        }
        return bytes;
    }

    private static AppException malformed(String what) {
        return new AppException(ErrorCode.MALFORMED_MESSAGE, "the kept answer of a web provider " + what);
    }
}
