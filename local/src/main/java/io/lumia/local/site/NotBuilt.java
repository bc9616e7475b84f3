package io.lumia.local.site;

/** What stands at {@code /} while nobody has built the site. */
final class NotBuilt {

    static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Lumia: the site is not built yet</title>
            <h1>The site is not built yet</h1>
            <p>Lumia runs, and its API answers at <a href="/api/v1/health">/api/v1</a>; <a href="/docs">/docs</a> describes it.
            <p>To build the site, run this in the folder of the sources, then load this page again (it needs Node.js 20):
            <pre>mvn -q -pl static-site package</pre>
            </html>
            """;

    private NotBuilt() {}
}
