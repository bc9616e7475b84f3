package io.lumia.local.cli;

import io.lumia.local.site.StaticSite;
import java.nio.file.Path;

/** Where the built web site is. */
final class Site {

    private static final String BUILT = "static-site/dist";

    private Site() {}

    /** What {@code static-site} of these sources was built to. */
    static StaticSite ofTheSources() {
        return new StaticSite(folder());
    }

    /** Where that lies; it may not be built yet. */
    static Path folder() {
        return LumiaCommand.home().resolve(BUILT);
    }
}
