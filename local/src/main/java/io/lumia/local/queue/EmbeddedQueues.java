package io.lumia.local.queue;

import java.util.concurrent.TimeUnit;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/** ElasticMQ on a loopback port. Messages live in memory: a start after a crash asks again for what was unfinished. */
public final class EmbeddedQueues implements AutoCloseable {

    /** Whatever the client calls its region and account; nothing is checked. */
    public static final String REGION = "us-east-1";

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration STARTUP_WAIT = Duration.create(60, TimeUnit.SECONDS);

    private final SQSRestServer server;
    private final String endpoint;

    private EmbeddedQueues(SQSRestServer server, String endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    public static EmbeddedQueues start() throws Exception {
        SQSRestServer server = SQSRestServerBuilder.withInterface(LOOPBACK)
                .withDynamicPort()
                .withAWSRegion(REGION)
                .start();
        int port =
                Await.result(server.startFuture(), STARTUP_WAIT).localAddress().getPort();
        return new EmbeddedQueues(server, "http://%s:%d".formatted(LOOPBACK, port));
    }

    public String endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
