package io.lumia.local.runtimeapi;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A package's content beside its zip, unpacked again when the zip is newer. */
final class UnpackedZip {

    /** Lambda's limit on an unpacked package. */
    private static final long MAX_BYTES = 250L * 1024 * 1024;

    private static final int MAX_ENTRIES = 10_000;
    private static final String PROGRAM = "bootstrap";
    private static final String DONE = ".unpacked";

    private UnpackedZip() {}

    static Path of(Path zip) {
        Path folder =
                zip.resolveSibling("unpacked-" + zip.getFileName().toString().replace(".zip", ""));
        Path done = folder.resolve(DONE);
        try {
            FileTime built = Files.getLastModifiedTime(zip);
            if (Files.exists(done) && Files.getLastModifiedTime(done).equals(built)) {
                return folder;
            }
            Folders.deleteAll(folder);
            Files.createDirectories(folder);
            unpack(zip, folder);
            Files.writeString(done, "");
            Files.setLastModifiedTime(done, built);
            return folder;
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be unpacked: %s".formatted(zip, e.getMessage()), e);
        }
    }

    /** In a fixed order, which an AOT cache depends on. */
    static List<String> jars(Path lib) {
        try (Stream<Path> entries = Files.list(lib)) {
            return entries.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be listed: %s".formatted(lib, e.getMessage()), e);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        long left = MAX_BYTES;
        int entries = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                left -= write(file, entry, folder, left);
                entries++;
                if (entries > MAX_ENTRIES) {
                    throw new IOException("it has more than %,d entries".formatted(MAX_ENTRIES));
                }
            }
        }
    }

    private static long write(ZipFile zip, ZipEntry entry, Path folder, long left) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry '%s' leaves the folder".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return 0;
        }
        if (entry.getSize() > left) {
            throw new IOException("its content has more than %,d bytes, Lambda's limit".formatted(MAX_BYTES));
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            long written = Files.copy(content, target);
            if (target.getFileName().toString().equals(PROGRAM)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            return written;
        }
    }
}
