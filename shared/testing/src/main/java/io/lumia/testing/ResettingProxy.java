package io.lumia.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and its PostgreSQL and, now and then, breaks the connection at the worst moment: the server has
 * committed, and the client never hears of it. To the client it looks like a network that fails (SO_LINGER 0 sends a reset).
 *
 * <p>COMMIT is seen where it is sent by name each time: {@link #url()} asks the driver for that.
 */
public final class ResettingProxy implements AutoCloseable {

    private static final byte[] COMMIT = "\0COMMIT\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;

    private final String jdbcUrl;
    private final URI target;
    private final int every;
    private final ServerSocket server;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();

    private ResettingProxy(String jdbcUrl, int every) throws IOException {
        this.jdbcUrl = jdbcUrl;
        this.target = URI.create(jdbcUrl.substring("jdbc:".length()));
        this.every = every;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Breaks each so-and-so-many-th commit. */
    public static ResettingProxy before(String jdbcUrl, int every) {
        try {
            return new ResettingProxy(jdbcUrl, every);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the database, through here. */
    public String url() {
        String through = jdbcUrl.replace(target.getAuthority(), "127.0.0.1:" + server.getLocalPort());
        return through + (through.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    /** Commits that took effect and were not told of. */
    public int resets() {
        return resets.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(target.getHost(), target.getPort());
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Connection connection = new Connection(client, database);
                Thread.ofVirtual().start(connection::requests);
                Thread.ofVirtual().start(connection::answers);
            } catch (IOException _) {
                // Closed, or a client that went away before it was served.
            }
        }
    }

    /** One client and its server. */
    private final class Connection {

        private final Socket client;
        private final Socket database;
        private volatile boolean broken;

        Connection(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void requests() {
            byte[] chunk = new byte[CHUNK];
            try (database) {
                InputStream in = client.getInputStream();
                OutputStream out = database.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (holdsCommit(chunk, read) && commits.incrementAndGet() % every == 0) {
                        broken = true;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException _) {
                // Either side went away.
            }
        }

        void answers() {
            byte[] chunk = new byte[CHUNK];
            try (client) {
                InputStream in = database.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    if (broken) {
                        resets.incrementAndGet();
                        client.setSoLinger(true, 0);
                        return;
                    }
                    out.write(chunk, 0, read);
                }
            } catch (IOException _) {
                // Either side went away.
            }
        }
    }

    private static boolean holdsCommit(byte[] chunk, int length) {
        for (int start = 0; start <= length - COMMIT.length; start++) {
            int same = 0;
            while (same < COMMIT.length && chunk[start + same] == COMMIT[same]) {
                same++;
            }
            if (same == COMMIT.length) {
                return true;
            }
        }
        return false;
    }
}
