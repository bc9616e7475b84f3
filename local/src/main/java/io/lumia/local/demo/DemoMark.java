package io.lumia.local.demo;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.books.Books.TableState;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a demo that was played to its end left, so that the next one can tell whether playing it again changed a row.
 *
 * @param bundle     where it was
 * @param bundleName what it calls itself
 * @param asOf       up to when it knows
 */
record DemoMark(String bundle, String bundleName, String asOf, Map<String, TableState> tables) {

    private static final String FILE = "demo.json";

    /** Of this bundle, in this folder. */
    static Optional<DemoMark> read(DataFolder folder, String bundle, String bundleName, String asOf) {
        Path file = folder.root().resolve(FILE);
        if (!folder.holdsDatabase() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            DemoMark mark = Json.read(Files.readString(file), DemoMark.class);
            boolean same = mark.bundle.equals(bundle) && mark.bundleName.equals(bundleName) && mark.asOf.equals(asOf);
            return same ? Optional.of(mark) : Optional.empty();
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    void write(DataFolder folder) {
        Path file = folder.root().resolve(FILE);
        try {
            Files.writeString(file, Json.write(this));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Names of tables whose rows or hash differ. */
    List<String> differences(SortedMap<String, TableState> now) {
        TreeSet<String> names = new TreeSet<>(new TreeMap<>(tables).keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(tables.get(name), now.get(name)))
                .toList();
    }
}
