package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.market.provider.ProviderCatalog;
import io.lumia.market.provider.bundle.BundleProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where bundles are. */
final class Bundles {

    private static final String DEMO = "local/demo-data/bundle";

    private Bundles() {}

    /** The bundle that ships with the sources. */
    static Path demo() {
        return LumiaCommand.home().resolve(DEMO);
    }

    /** The named bundle or else the demo's; absolute. */
    static Path orDemo(@Nullable Path named) {
        return existing(named == null ? demo() : named);
    }

    static Path existing(Path bundle) {
        Path absolute = bundle.toAbsolutePath().normalize();
        if (!Files.isReadable(absolute)) {
            throw AppException.invalid("--bundle", absolute, "a folder or zip that can be read");
        }
        return absolute;
    }

    /** What a bundle offers; fails where it cannot be read. */
    static ProviderCatalog catalog(Path bundle) {
        try (BundleProvider provider = new BundleProvider()) {
            return provider.catalog(bundle.toString());
        }
    }
}
