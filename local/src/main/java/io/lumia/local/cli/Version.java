package io.lumia.local.cli;

import picocli.CommandLine.IVersionProvider;

/** The release, from the jar's manifest or the build's resource. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"lumia " + number(), "Java " + Runtime.version()};
    }

    static String number() {
        String version = Lumia.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
