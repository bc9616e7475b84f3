package io.lumia.platform.web;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as received, decompressed.
 *
 * @param headers    names in lower case; several of one name are joined by a comma
 * @param receivedAt when the last byte came, UTC
 */
public record WebResponse(int status, Map<String, String> headers, byte[] body, Instant receivedAt)
        implements WebResult {

    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public WebResponse {
        Map<String, String> lowerCase = new TreeMap<>();
        headers.forEach((name, value) -> lowerCase.merge(name.toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b));
        headers = Map.copyOf(lowerCase);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Without parameters, in lower case; empty where there is none. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The body by the header's charset, UTF-8 where it names none or one that we do not know; a byte order mark wins. */
    public String text() {
        String text = new String(body, charset());
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private Charset charset() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        return header("content-type").flatMap(WebResponse::charsetIn).orElse(StandardCharsets.UTF_8);
    }

    private boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> charsetIn(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }
}
