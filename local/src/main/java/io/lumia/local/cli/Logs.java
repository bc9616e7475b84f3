package io.lumia.local.cli;

import io.lumia.local.folder.DataFolder;
import org.slf4j.LoggerFactory;

/** Sends the log to the data folder. Must come before anything else that logs. */
final class Logs {

    private static final String FILE = "lumia.log.file";
    private static final String CONSOLE_LEVEL = "lumia.console.level";
    private static final String CONFIGURATION = "logback.configurationFile";

    private Logs() {}

    /** The functions' own configuration writes for CloudWatch. */
    static void configure() {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "logback-local.xml");
        }
    }

    static void into(DataFolder folder, boolean verbose) {
        System.setProperty(FILE, folder.logFile().toString());
        if (verbose) {
            System.setProperty(CONSOLE_LEVEL, "INFO");
        }
    }

    static void failure(String message, Exception failure) {
        LoggerFactory.getLogger(Logs.class).error("{}", message, failure);
    }
}
