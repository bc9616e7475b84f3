package io.lumia.sentiment.transformer;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/**
 * The model that ships, {@code fin-sentiment}, laid out as a folder: the native runtime reads files, not jars.
 *
 * <p>Each file is written under a name of its own beside its place and moved there in one step, after its SHA-256 was
 * verified. So several processes may unpack at once, one that is killed leaves nothing half-written in place, and a file
 * that was damaged since is written again.
 */
final class BundledModel {

    private static final String RESOURCES = "/io/lumia/sentiment/fin-sentiment/";

    private BundledModel() {}

    /** The folder within the cache, unpacked and verified. */
    static ModelFolder unpackedInto(Path cache) {
        byte[] json = readDescription();
        ModelDescription description = ModelFolder.describe(json, "the bundled model");
        Path folder = cache.resolve(description.info().id());
        try {
            Files.createDirectories(folder);
            for (String file : List.of(description.file(), description.tokenizer())) {
                unpack(file, folder, Objects.requireNonNull(description.sha256().get(file)));
            }
            place(folder.resolve(ModelFolder.DESCRIPTION_FILE), new java.io.ByteArrayInputStream(json));
        } catch (IOException e) {
            throw new AppException(
                    ErrorCode.INTERNAL, "the model cannot be unpacked into %s: %s".formatted(folder, e), e);
        }
        return ModelFolder.open(folder);
    }

    private static void unpack(String file, Path folder, String sha256) throws IOException {
        Path target = folder.resolve(file);
        if (Files.isRegularFile(target) && ModelFolder.sha256Of(target).equals(sha256)) {
            return;
        }
        try (InputStream content = resource(file).openStream()) {
            place(target, content);
        }
    }

    private static void place(Path target, InputStream content) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        Path temporary = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static byte[] readDescription() {
        try (InputStream content = resource(ModelFolder.DESCRIPTION_FILE).openStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "the bundled model.json cannot be read: " + e, e);
        }
    }

    private static URL resource(String file) {
        URL url = BundledModel.class.getResource(RESOURCES + file);
        if (url == null) {
            throw new AppException(ErrorCode.INTERNAL, "resource %s%s is not in the jar".formatted(RESOURCES, file));
        }
        return url;
    }
}
