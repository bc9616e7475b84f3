package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Port numbers as typed. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** The port itself; for 0 one that was free just now. What is started knows its own address by that. */
    static int chosen(int port) {
        check(port);
        if (port != 0) {
            return port;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free on this machine", e);
        }
    }

    static void check(int port) {
        if (port < 0 || port > HIGHEST) {
            throw AppException.invalid("--port", port, "0 to " + HIGHEST);
        }
    }
}
