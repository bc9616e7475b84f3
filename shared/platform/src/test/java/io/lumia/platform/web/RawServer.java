package io.lumia.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine that answers as badly as a test wants it to: it writes bytes, not HTTP. */
final class RawServer implements AutoCloseable {

    /** What is written once the request's head has come. */
    @FunctionalInterface
    interface Behaviour {
        void answer(String head, OutputStream out) throws IOException, InterruptedException;
    }

    final List<String> heads = new CopyOnWriteArrayList<>();
    final AtomicInteger brokenOff = new AtomicInteger();
    private final ServerSocket server;
    private final Behaviour behaviour;

    RawServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Answers every request with these bytes and closes. */
    static RawServer saying(String answer) {
        return new RawServer((_, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            heads.add(head);
            behaviour.answer(head, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException _) {
            brokenOff.incrementAndGet();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
