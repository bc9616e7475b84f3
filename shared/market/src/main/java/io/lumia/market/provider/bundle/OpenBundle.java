package io.lumia.market.provider.bundle;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Dataset;
import io.lumia.market.Source;
import io.lumia.market.provider.ProviderCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A bundle whose files are found and, on first use, unpacked and indexed. Holds unpacked files in a folder of its own
 * until {@link #close} or the end of the process.
 */
final class OpenBundle implements AutoCloseable {

    private final BundleFiles files;
    private final BundleManifest manifest;
    private final Path unpackedFolder;
    private final Map<BundleFile, Optional<FileIndex>> indexes = new EnumMap<>(BundleFile.class);

    private OpenBundle(BundleFiles files, BundleManifest manifest, Path unpackedFolder) {
        this.files = files;
        this.manifest = manifest;
        this.unpackedFolder = unpackedFolder;
    }

    static OpenBundle open(BundleFiles files) {
        BundleManifest manifest = BundleManifest.parse(files.manifest());
        try {
            Path folder = Files.createTempDirectory("lumia-bundle-");
            folder.toFile().deleteOnExit();
            return new OpenBundle(files, manifest, folder);
        } catch (IOException e) {
            throw failed("no folder for unpacked files can be made", e);
        }
    }

    Source source() {
        return manifest.source();
    }

    BundleManifest manifest() {
        return manifest;
    }

    /** The last day the bundle can tell of. */
    LocalDate lastKnown() {
        return source().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The index of a table, made on first use; empty if the bundle has none. */
    synchronized Optional<FileIndex> index(BundleFile file) {
        Optional<FileIndex> known = indexes.get(file);
        if (known == null) {
            known = files.table(file, unpackedFolder).map(path -> indexOf(file, path));
            if (known.isEmpty() && file == BundleFile.ASSETS) {
                throw CsvHeader.malformed("the bundle has no assets.csv");
            }
            indexes.put(file, known);
        }
        return known;
    }

    /** The indexes of the files that hold a dataset. */
    List<FileIndex> indexes(Dataset dataset) {
        return BundleFile.of(dataset).stream()
                .map(this::index)
                .flatMap(Optional::stream)
                .toList();
    }

    ProviderCatalog catalog() {
        Map<Dataset, List<String>> symbols = new EnumMap<>(Dataset.class);
        List<String> warnings = new ArrayList<>(manifest.warnings());
        for (Dataset dataset : Dataset.values()) {
            List<FileIndex> tables = indexes(dataset);
            if (!tables.isEmpty()) {
                Set<String> names = new LinkedHashSet<>();
                tables.forEach(table -> names.addAll(table.symbols()));
                symbols.put(dataset, List.copyOf(names));
            }
            tables.forEach(table -> warnings.addAll(unknownColumns(table.header())));
        }
        index(BundleFile.ASSETS).ifPresent(assets -> warnings.addAll(new UnknownExchanges(assets).warnings()));
        return new ProviderCatalog(source(), symbols, warnings);
    }

    static List<String> unknownColumns(CsvHeader header) {
        return header.unknownColumns().stream()
                .map(column -> "%s.csv: unknown column '%s' is not read"
                        .formatted(header.file().baseName(), Text.shown(column)))
                .toList();
    }

    private static FileIndex indexOf(BundleFile file, Path path) {
        try {
            return FileIndex.of(file, path);
        } catch (IOException e) {
            throw failed(file.baseName() + ".csv cannot be read", e);
        }
    }

    private static AppException failed(String what, IOException cause) {
        return new AppException(ErrorCode.PROVIDER_UNREACHABLE, what + ": " + cause.getMessage(), cause);
    }

    /** Removes the unpacked files. */
    @Override
    public void close() {
        try (Stream<Path> unpacked = Files.list(unpackedFolder)) {
            for (Path path : unpacked.toList()) {
                Files.deleteIfExists(path);
            }
            Files.deleteIfExists(unpackedFolder);
        } catch (IOException e) {
            throw failed("unpacked files cannot be removed", e);
        }
    }
}
