package io.lumia.local.cli;

import io.lumia.local.site.StaticSite;

/** Where the built web site is. */
final class Site {

    private static final String BUILT = "static-site/dist";

    private Site() {}

    /** What {@code static-site} of these sources was built to. */
    static StaticSite ofTheSources() {
        return new StaticSite(LumiaCommand.home().resolve(BUILT));
    }
}
