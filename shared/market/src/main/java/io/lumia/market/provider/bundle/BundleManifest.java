package io.lumia.market.provider.bundle;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code bundle.json}: who made the bundle, up to when it knows, and what was done to its prices.
 *
 * @param source   what it says
 * @param warnings fields that nobody asked for
 */
record BundleManifest(Source source, List<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS =
            Set.of("name", "as_of", "price_basis", "currency", "licence", "source", "$schema");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    BundleManifest {
        warnings = List.copyOf(warnings);
    }

    static BundleManifest parse(byte[] bytes) {
        JsonNode json = tree(bytes);
        if (!json.isObject()) {
            throw CsvHeader.malformed("bundle.json is not a JSON object");
        }
        Source source = new Source(
                BundleProvider.NAME,
                text(json, "name"),
                asOf(text(json, "as_of")),
                priceBasis(text(json, "price_basis")),
                currency(text(json, "currency")),
                text(json, "licence"),
                text(json, "source"));
        return new BundleManifest(source, unknownFields(json));
    }

    static JsonNode tree(byte[] bytes) {
        try {
            @Nullable JsonNode json = JSON.readTree(withoutByteOrderMark(bytes));
            if (json == null || json.isMissingNode()) {
                throw CsvHeader.malformed("bundle.json is empty");
            }
            return json;
        } catch (JacksonException e) {
            throw new AppException(ErrorCode.MALFORMED_BUNDLE, "bundle.json is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new AppException(ErrorCode.MALFORMED_BUNDLE, "bundle.json cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] withoutByteOrderMark(byte[] bytes) {
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw CsvHeader.malformed("bundle.json: '%s' is %s; it must be a text that is not empty"
                    .formatted(field, value.isMissingNode() ? "missing" : Text.shown(value.toString())));
        }
        String refusal = Text.refusal(value.textValue());
        if (refusal != null) {
            throw CsvHeader.malformed("bundle.json: '%s' %s".formatted(field, refusal));
        }
        return value.textValue().strip();
    }

    /** An instant, or a date, which means the whole of that day. */
    private static Instant asOf(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .atTime(LocalTime.MAX)
                            .toInstant(ZoneOffset.UTC)
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw CsvHeader.malformed("bundle.json: 'as_of' is '%s'; allowed: 2017-12-29 or 2017-12-29T22:00:00Z"
                    .formatted(Text.shown(text)));
        }
    }

    private static PriceBasis priceBasis(String text) {
        try {
            return PriceBasis.parse(text);
        } catch (AppException e) {
            throw CsvHeader.malformed("bundle.json: " + e.getMessage());
        }
    }

    private static String currency(String text) {
        if (!CURRENCY.matcher(text).matches()) {
            throw CsvHeader.malformed(
                    "bundle.json: 'currency' is '%s'; allowed: three letters such as USD".formatted(Text.shown(text)));
        }
        return text;
    }

    private static List<String> unknownFields(JsonNode json) {
        List<String> warnings = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                warnings.add("bundle.json: unknown field '%s'".formatted(Text.shown(name)));
            }
        });
        return warnings;
    }
}
