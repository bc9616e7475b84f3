package io.lumia.platform.object;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * {@link ObjectStore} in a folder. An object is written beside its place, forced to the disk and then moved there in one
 * step, so that neither a reader nor a crash ever sees half of it. The content type is not kept.
 */
final class FileObjectStore implements ObjectStore {

    private static final String TEMPORARY = ".writing-";

    private final Path folder;

    FileObjectStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, byte[] content, String contentType) {
        Path target = path(key);
        try {
            Path parent = Files.createDirectories(parent(target));
            Path temporary = Files.createTempFile(parent, TEMPORARY, null);
            try {
                write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                force(parent);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw failed("writing", key, e);
        }
    }

    @Override
    public byte[] get(String key, int maxBytes) {
        try (InputStream file = Files.newInputStream(path(key))) {
            return BoundedReading.read(file, key, maxBytes);
        } catch (NoSuchFileException e) {
            throw new AppException(ErrorCode.NOT_FOUND, "object '%s' does not exist in %s".formatted(key, folder), e);
        } catch (IOException e) {
            throw failed("reading", key, e);
        }
    }

    private Path path(String key) {
        return folder.resolve(ObjectKeys.checked(key));
    }

    private Path parent(Path target) {
        Path parent = target.getParent();
        return parent == null ? folder : parent;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A move is safe against a crash only when the folder itself is on the disk. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private AppException failed(String doing, String key, IOException e) {
        return new AppException(
                ErrorCode.TRANSPORT_UNAVAILABLE, "%s object '%s' in %s failed: %s".formatted(doing, key, folder, e), e);
    }
}
