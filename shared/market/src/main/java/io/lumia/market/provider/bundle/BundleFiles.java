package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Finds the files of a bundle in a folder or zip (where they may lie in one folder), and gives each as a plain file:
 * packed ones are unpacked into a folder of ours, under bounds.
 */
final class BundleFiles {

    static final String MANIFEST = "bundle.json";
    private static final String GZIP_ENDING = ".gz";
    private static final int COPY_BYTES = 64 * 1024;

    private final Path location;
    private final boolean zip;

    private BundleFiles(Path location, boolean zip) {
        this.location = location;
        this.zip = zip;
    }

    /** Fails with NOT_FOUND if there is nothing at the location. */
    static BundleFiles at(String location) {
        Path path = path(location);
        if (Files.isDirectory(path)) {
            return new BundleFiles(path, false);
        }
        if (Files.isRegularFile(path)) {
            return new BundleFiles(path, true);
        }
        throw new AppException(
                ErrorCode.NOT_FOUND, "bundle '%s' is neither a folder nor a zip file".formatted(Text.shown(location)));
    }

    private static Path path(String location) {
        try {
            if (!location.isBlank()) {
                return Path.of(location);
            }
        } catch (InvalidPathException _) {
            // reported below, as an empty one
        }
        throw AppException.invalid("location", location, "the path of a bundle's folder or zip");
    }

    /** Changes whenever a file of the bundle does, by size or time. */
    String signature() {
        StringBuilder signature =
                new StringBuilder(location.toAbsolutePath().normalize().toString());
        for (Path path : zip ? List.of(location) : candidates()) {
            try {
                if (Files.isRegularFile(path)) {
                    signature.append('|').append(path.getFileName()).append(' ').append(Files.size(path));
                    signature.append(' ').append(Files.getLastModifiedTime(path).to(TimeUnit.NANOSECONDS));
                }
            } catch (IOException e) {
                throw unreadable(path.toString(), e);
            }
        }
        return signature.toString();
    }

    byte[] manifest() {
        Optional<byte[]> bytes = zip ? fromZip(MANIFEST) : fromFolder();
        return bytes.orElseThrow(() -> CsvHeader.malformed("%s has no %s".formatted(location, MANIFEST)));
    }

    /** The table as a plain file, unpacked into the folder if it must be; empty if the bundle has none. */
    Optional<Path> table(BundleFile file, Path unpackedFolder) {
        try {
            return zip ? tableFromZip(file, unpackedFolder) : tableFromFolder(file, unpackedFolder);
        } catch (ZipException e) {
            throw new AppException(
                    ErrorCode.MALFORMED_BUNDLE,
                    "%s of %s cannot be unpacked: %s".formatted(file.baseName(), location, e.getMessage()),
                    e);
        } catch (EOFException e) {
            throw new AppException(
                    ErrorCode.MALFORMED_BUNDLE, "%s of %s ends too early".formatted(file.baseName(), location), e);
        } catch (IOException e) {
            throw unreadable(location.toString(), e);
        }
    }

    private List<Path> candidates() {
        List<Path> paths = new ArrayList<>();
        paths.add(location.resolve(MANIFEST));
        for (BundleFile file : BundleFile.values()) {
            paths.add(location.resolve(file.baseName() + ".csv"));
            paths.add(location.resolve(file.baseName() + ".csv" + GZIP_ENDING));
        }
        return paths;
    }

    private Optional<byte[]> fromFolder() {
        Path path = location.resolve(MANIFEST);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try (InputStream input = Files.newInputStream(path)) {
            return Optional.of(bounded(input));
        } catch (IOException e) {
            throw unreadable(path.toString(), e);
        }
    }

    private Optional<byte[]> fromZip(String name) {
        try (ZipFile archive = new ZipFile(location.toFile())) {
            Optional<ZipEntry> entry = entry(archive, name);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream input = archive.getInputStream(entry.get())) {
                return Optional.of(bounded(input));
            }
        } catch (ZipException e) {
            throw new AppException(
                    ErrorCode.MALFORMED_BUNDLE, "%s is not a zip file: %s".formatted(location, e.getMessage()), e);
        } catch (IOException e) {
            throw unreadable(location.toString(), e);
        }
    }

    private static byte[] bounded(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(BundleLimits.MAX_MANIFEST_BYTES + 1);
        if (bytes.length > BundleLimits.MAX_MANIFEST_BYTES) {
            throw CsvHeader.malformed(
                    "%s is larger than %,d bytes".formatted(MANIFEST, BundleLimits.MAX_MANIFEST_BYTES));
        }
        return bytes;
    }

    private Optional<Path> tableFromFolder(BundleFile file, Path unpackedFolder) throws IOException {
        Path plain = location.resolve(file.baseName() + ".csv");
        Path packed = location.resolve(file.baseName() + ".csv" + GZIP_ENDING);
        if (Files.isRegularFile(plain)) {
            refuseBoth(file, Files.isRegularFile(packed));
            refuseLarge(file, Files.size(plain));
            return Optional.of(plain);
        }
        if (!Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        try (InputStream input = new GZIPInputStream(Files.newInputStream(packed), COPY_BYTES)) {
            return Optional.of(unpack(file, input, Files.size(packed), unpackedFolder));
        }
    }

    private Optional<Path> tableFromZip(BundleFile file, Path unpackedFolder) throws IOException {
        try (ZipFile archive = new ZipFile(location.toFile())) {
            Optional<ZipEntry> plain = entry(archive, file.baseName() + ".csv");
            Optional<ZipEntry> packed = entry(archive, file.baseName() + ".csv" + GZIP_ENDING);
            refuseBoth(file, plain.isPresent() && packed.isPresent());
            if (plain.isPresent()) {
                try (InputStream input = archive.getInputStream(plain.get())) {
                    return Optional.of(unpack(file, input, plain.get().getCompressedSize(), unpackedFolder));
                }
            }
            if (packed.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream input = new GZIPInputStream(archive.getInputStream(packed.get()), COPY_BYTES)) {
                return Optional.of(unpack(file, input, packed.get().getCompressedSize(), unpackedFolder));
            }
        }
    }

    /** An entry at the top, or in the one folder that holds the manifest. */
    private static Optional<ZipEntry> entry(ZipFile archive, String name) {
        ZipEntry top = archive.getEntry(name);
        if (top != null || archive.getEntry(MANIFEST) != null) {
            return Optional.ofNullable(top);
        }
        Enumeration<? extends ZipEntry> entries = archive.entries();
        while (entries.hasMoreElements()) {
            String path = entries.nextElement().getName();
            int slash = path.indexOf('/');
            if (slash > 0 && path.substring(slash + 1).equals(MANIFEST)) {
                return Optional.ofNullable(archive.getEntry(path.substring(0, slash + 1) + name));
            }
        }
        return Optional.empty();
    }

    private static Path unpack(BundleFile file, InputStream input, long packedBytes, Path folder) throws IOException {
        Path target = folder.resolve(file.baseName() + ".csv");
        target.toFile().deleteOnExit();
        byte[] chunk = new byte[COPY_BYTES];
        long total = 0;
        try (OutputStream output = Files.newOutputStream(target)) {
            for (int read = input.read(chunk); read >= 0; read = input.read(chunk)) {
                total += read;
                refuseLarge(file, total);
                refuseBomb(file, total, packedBytes);
                output.write(chunk, 0, read);
            }
        }
        return target;
    }

    private static void refuseBoth(BundleFile file, boolean both) {
        if (both) {
            throw CsvHeader.malformed(
                    "both %1$s.csv and %1$s.csv.gz are there; keep one of them".formatted(file.baseName()));
        }
    }

    private static void refuseLarge(BundleFile file, long bytes) {
        if (bytes > BundleLimits.MAX_FILE_BYTES) {
            throw CsvHeader.malformed("%s.csv is larger than %,d bytes; split the bundle"
                    .formatted(file.baseName(), BundleLimits.MAX_FILE_BYTES));
        }
    }

    private static void refuseBomb(BundleFile file, long bytes, long packedBytes) {
        if (bytes > BundleLimits.SMALL_FILE_BYTES && bytes / Math.max(1, packedBytes) > BundleLimits.MAX_EXPANSION) {
            throw CsvHeader.malformed("%s.csv unpacks to more than %,d times its packed size"
                    .formatted(file.baseName(), BundleLimits.MAX_EXPANSION));
        }
    }

    private static AppException unreadable(String path, IOException cause) {
        return new AppException(
                ErrorCode.PROVIDER_UNREACHABLE, "%s cannot be read: %s".formatted(path, cause.getMessage()), cause);
    }
}
