package io.lumia.market.provider.rss;

import io.lumia.platform.web.WebResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes XML as received: a byte order mark beats the header's charset, which beats the XML declaration (RFC 7303, 2014,
 * sections 3.2 and 3.3), which beats UTF-8. A charset under which the bytes make no text is passed over for the next, and a
 * declared one that contradicts the width of the first characters (XML 1.0, appendix F) for that width. What is left is
 * windows-1252, in which any bytes are text.
 */
final class FeedCharset {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset EBCDIC = Charset.forName("IBM037");

    /** An XML declaration is at the very beginning; EBCDIC and UTF-32 take no more than four bytes a character. */
    private static final int DECLARATION_BYTES = 1_024;

    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([\\w.:+-]+)", Pattern.CASE_INSENSITIVE);

    /** Published under these names, meant as the larger set that holds them (WHATWG Encoding Standard, "Names and labels"). */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso88599", "windows-1254"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("euckr", "x-windows-949"),
            Map.entry("ksc56011987", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("u8", "UTF-8"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("maccyrillic", "x-MacCyrillic"));

    private final byte[] body;

    private FeedCharset(byte[] body) {
        this.body = body;
    }

    /** How wide the first character is, and which end comes first. */
    private enum Family {
        ONE_BYTE(StandardCharsets.UTF_8),
        EBCDIC_BYTE(EBCDIC, 0x4C, 0x6F, 0xA7, 0x94),
        UTF_32BE(Charset.forName("UTF-32BE"), 0, 0, 0, 0x3C),
        UTF_32LE(Charset.forName("UTF-32LE"), 0x3C, 0, 0, 0),
        UTF_16BE(StandardCharsets.UTF_16BE, 0, 0x3C, 0),
        UTF_16LE(StandardCharsets.UTF_16LE, 0x3C, 0);

        private final Charset charset;
        private final int[] beginning;

        Family(Charset charset, int... beginning) {
            this.charset = charset;
            this.beginning = beginning;
        }
    }

    /** The body as text, without a byte order mark. */
    static String text(WebResponse response) {
        return new FeedCharset(response.body())
                .decode(response.header("content-type").orElse(""));
    }

    private String decode(String contentType) {
        Optional<String> marked = marked();
        if (marked.isPresent()) {
            return marked.get();
        }
        Family family = family();
        for (Charset charset : candidates(family, contentType)) {
            Optional<String> text = strictly(charset);
            if (text.isPresent()) {
                return withoutMarks(text.get());
            }
        }
        return withoutMarks(new String(body, family == Family.ONE_BYTE ? WINDOWS_1252 : family.charset));
    }

    /** UTF-32's mark in little-endian order begins as UTF-16's does. */
    private Optional<String> marked() {
        return mark(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0, 0)
                .or(() -> mark(Charset.forName("UTF-32BE"), 0, 0, 0xFE, 0xFF))
                .or(() -> mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE))
                .or(() -> mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF))
                .or(() -> mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF));
    }

    private Optional<String> mark(Charset charset, int... bytes) {
        return beginsWith(bytes) ? Optional.of(withoutMarks(new String(body, charset))) : Optional.empty();
    }

    private static String withoutMarks(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\uFEFF') {
            start++;
        }
        return text.substring(start);
    }

    private Family family() {
        for (Family family : Family.values()) {
            if (family.beginning.length > 0 && beginsWith(family.beginning)) {
                return family;
            }
        }
        return Family.ONE_BYTE;
    }

    private boolean beginsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    private List<Charset> candidates(Family family, String contentType) {
        List<Charset> candidates = new ArrayList<>();
        named(HEADER, contentType).filter(charset -> fits(family, charset)).ifPresent(candidates::add);
        String beginning = new String(
                body,
                0,
                Math.min(body.length, DECLARATION_BYTES),
                family == Family.ONE_BYTE ? StandardCharsets.ISO_8859_1 : family.charset);
        named(DECLARATION, beginning).filter(charset -> fits(family, charset)).ifPresent(candidates::add);
        candidates.add(family.charset);
        return candidates;
    }

    /** A declaration that can be read byte by byte is none of UTF-16, whatever it says. */
    private static boolean fits(Family family, Charset charset) {
        String name = charset.name();
        return switch (family) {
            case ONE_BYTE -> encodes(charset, "<?xml");
            case EBCDIC_BYTE -> !encodes(charset, "<?xml") && !name.startsWith("UTF-");
            case UTF_32BE, UTF_32LE, UTF_16BE, UTF_16LE -> false;
        };
    }

    private static boolean encodes(Charset charset, String ascii) {
        return charset.canEncode()
                && java.util.Arrays.equals(ascii.getBytes(charset), ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.ofNullable(Names.KNOWN.get(simple(matcher.group(1)))) : Optional.empty();
    }

    private Optional<String> strictly(Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Names differ in case, hyphens and a prefix. */
    private static String simple(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return bare.length() > 2 && bare.startsWith("x") ? bare.substring(1) : bare;
    }

    /** All that the platform knows, by name and alias; made when the first feed is decoded. */
    private static final class Names {

        static final Map<String, Charset> KNOWN = known();

        private static Map<String, Charset> known() {
            Map<String, Charset> known = new HashMap<>();
            for (Charset charset : Charset.availableCharsets().values()) {
                known.putIfAbsent(simple(charset.name()), charset);
                charset.aliases().forEach(alias -> known.putIfAbsent(simple(alias), charset));
            }
            MEANT.forEach((name, meant) -> known.put(name, Charset.forName(meant)));
            return Map.copyOf(known);
        }
    }
}
