package io.lumia.platform.database.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Roots of a test, in a file that {@code sslfactoryarg} names. */
public final class FileRoots extends TrustedRoots {

    public FileRoots(String file) throws IOException {
        super(file, Files.newInputStream(Path.of(file)));
    }
}
