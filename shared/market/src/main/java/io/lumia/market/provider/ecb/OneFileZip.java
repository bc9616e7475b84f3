package io.lumia.market.provider.ecb;

import io.lumia.platform.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A ZIP with a CSV inside, or the CSV itself where somebody has unpacked it on the way. */
final class OneFileZip {

    /** The history had 0.6 million bytes after 27 years. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_ENTRIES = 8;

    private OneFileZip() {}

    /** The text; empty where a ZIP is cut, damaged, larger than allowed, or without a CSV. */
    static Optional<String> textOf(WebResponse response) {
        byte[] body = response.body();
        boolean zipped = body.length > 3 && body[0] == 'P' && body[1] == 'K' && body[2] == 3 && body[3] == 4;
        return zipped ? unzip(body) : Optional.of(response.text());
    }

    private static Optional<String> unzip(byte[] body) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (int i = 0; i < MAX_ENTRIES; i++) {
                ZipEntry entry = zip.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    byte[] content = zip.readNBytes(MAX_BYTES);
                    return zip.read() < 0 ? Optional.of(text(content)) : Optional.empty();
                }
                if (zip.skip(MAX_BYTES) == MAX_BYTES) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String text(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
