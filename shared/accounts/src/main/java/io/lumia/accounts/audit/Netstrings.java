package io.lumia.accounts.audit;

import io.lumia.platform.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Fields one after the other, each with its length before it, so that no two lists of fields give the same bytes. */
final class Netstrings {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Netstrings add(String field) {
        byte[] content = field.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((content.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(content);
        bytes.write(',');
        return this;
    }

    Netstrings add(long field) {
        return add(Long.toString(field));
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Of what comes before and the fields. */
    byte[] sha256(byte[] before) {
        return Sha256.of(before, toBytes());
    }
}
