package io.lumia.sentiment.transformer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.sentiment.ModelInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A folder with {@code model.json}, an ONNX file and a tokenizer, each verified against the SHA-256 that the first names. */
record ModelFolder(Path path, ModelDescription description, ModelInfo info) {

    static final String DESCRIPTION_FILE = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails, naming the file, where one is missing, is not what {@code model.json} says or cannot be read. */
    static ModelFolder open(Path path) {
        ModelDescription description = describe(readDescription(path), path.toString());
        ModelFolder folder = new ModelFolder(path, description, description.info());
        description.kindOfOutput();
        folder.verify(description.file());
        folder.verify(description.tokenizer());
        return folder;
    }

    /** Parses {@code model.json}; unknown fields are refused, they would be settings that nobody heeds. */
    static ModelDescription describe(byte[] json, String where) {
        try {
            return JSON.readValue(json, ModelDescription.class);
        } catch (IOException e) {
            if (e.getCause() instanceof AppException refused) {
                throw refused;
            }
            String reason = e instanceof JacksonException malformed ? malformed.getOriginalMessage() : e.toString();
            throw AppException.invalid(
                    DESCRIPTION_FILE + " of " + where, reason, "JSON as docs/sentiment.md describes it");
        }
    }

    Path model() {
        return path.resolve(description.file());
    }

    Path tokenizer() {
        return path.resolve(description.tokenizer());
    }

    static String sha256Of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void verify(String file) {
        Path content = path.resolve(file);
        String expected = String.valueOf(description.sha256().get(file));
        if (!Files.isRegularFile(content)) {
            throw AppException.invalid("model file", content, "a file that exists, as " + DESCRIPTION_FILE + " says");
        }
        try {
            String found = sha256Of(content);
            if (!found.equals(expected)) {
                throw AppException.invalid(
                        "SHA-256 of " + content, found, expected + ", as " + DESCRIPTION_FILE + " says");
            }
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "model file %s cannot be read: %s".formatted(content, e), e);
        }
    }

    private static byte[] readDescription(Path path) {
        Path file = path.resolve(DESCRIPTION_FILE);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw AppException.invalid("model folder", path, "a folder with a readable " + DESCRIPTION_FILE);
        }
    }
}
