package io.lumia.market.provider.bundle;

import io.lumia.market.Dataset;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.RawAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A bundle in a folder, written file by file. */
final class BundleUnderTest {

    static final String MANIFEST = """
            {"name": "test", "as_of": "2020-12-31T22:00:00Z", "price_basis": "split_adjusted", "currency": "USD",
             "licence": "CC0-1.0", "source": "made by hand"}
            """;
    static final String ASSETS = """
            symbol,name,asset_type,exchange,currency,sector,industry,market_cap,cik,first_date,last_date,description
            AAPL,Apple Inc.,stock,NASDAQ,USD,Technology,Phones,2000000000000,0000320193,1980-12-12,,Makes phones
            SPY,SPDR S&P 500,etf,ARCX,USD,,,,,,,
            """;
    static final String BARS = """
            symbol,date,open,high,low,close,volume
            AAPL,2020-01-02,10,11,9,10.5,1000
            AAPL,2020-01-03,10.5,12,10,11,1100
            SPY,2020-01-02,300,301,299,300.5,5000
            """;

    private final Path folder;

    BundleUnderTest(Path folder) {
        this.folder = folder;
        write("bundle.json", MANIFEST);
        write("assets.csv", ASSETS);
    }

    String location() {
        return folder.toString();
    }

    BundleUnderTest write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    BundleUnderTest write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    BundleUnderTest gzip(String name, String content) {
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            output.write(content.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    BundleUnderTest without(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    /** The folder's files as a zip, below a folder of the zip's if {@code prefix} is not empty. */
    Path zip(Path target, String prefix) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target));
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(prefix + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return target;
    }

    static ParsedAnswer read(BundleProvider provider, String location, Dataset dataset, List<String> symbols) {
        return read(provider, location, dataset, symbols, null, LocalDate.of(2020, 12, 31));
    }

    static ParsedAnswer read(
            BundleProvider provider,
            String location,
            Dataset dataset,
            List<String> symbols,
            @Nullable LocalDate from,
            LocalDate to) {
        return provider.read(raw(provider, location, dataset, symbols, from, to));
    }

    static RawAnswer raw(
            BundleProvider provider,
            String location,
            Dataset dataset,
            List<String> symbols,
            @Nullable LocalDate from,
            LocalDate to) {
        ProviderAnswer answer = provider.fetch(new ProviderRequest(location, dataset, symbols, from, to));
        if (answer instanceof ProviderAnswer.Fetched fetched) {
            return fetched.answer();
        }
        throw new AssertionError("not fetched: " + answer);
    }
}
