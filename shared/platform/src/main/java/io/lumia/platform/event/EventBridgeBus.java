package io.lumia.platform.event;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.aws.AwsFailures;
import io.lumia.platform.request.TraceContext;
import io.lumia.platform.retry.Backoff;
import io.lumia.platform.retry.Batches;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * {@link EventBus} over EventBridge's {@code PutEvents} on the bus {@code lumia.events.bus-name}, at most ten entries and
 * 256 KiB a call. {@code PutEvents} answers 200 even when it took only some entries; the others are put again with
 * back-off, unless their code says that they can never be taken. The trace travels in the entry's own field for it, from where
 * EventBridge hands it to the queue; the request id as {@link EventEnvelope#REQUEST} among the entry's resources, which are what an
 * event concerns and part of the event wherever it goes.
 */
@Singleton
@Requires(classes = EventBridgeClient.class)
@Requires(property = EventBridgeBus.BUS_NAME)
final class EventBridgeBus implements EventBus {

    static final String BUS_NAME = "lumia.events.bus-name";
    static final int MAX_BATCH_EVENTS = 10;
    static final int MAX_BYTES = 256 * 1024;
    private static final Set<String> FOR_GOOD = Set.of(
            "MalformedDetail",
            "InvalidArgument",
            "ValidationException",
            "NotAuthorizedForSourceException",
            "NotAuthorizedForDetailTypeException");

    /** Made with the first event: most requests announce none. */
    private final Supplier<EventBridgeClient> client;

    private final String busName;
    private final Backoff backoff;

    @Inject
    EventBridgeBus(BeanProvider<EventBridgeClient> client, @Value("${" + BUS_NAME + "}") String busName) {
        this(client::get, busName, Backoff.standard());
    }

    EventBridgeBus(Supplier<EventBridgeClient> client, String busName, Backoff backoff) {
        this.client = client;
        this.busName = busName;
        this.backoff = backoff;
    }

    @Override
    public void put(List<Announcement> announcements) {
        announcements.forEach(EventBridgeBus::checkSize);
        Putting putting = new Putting(announcements.size());
        for (List<Announcement> batch : Batches.of(announcements, MAX_BATCH_EVENTS, MAX_BYTES, EventBridgeBus::bytes)) {
            putting.left += backoff.untilNoneLeft(batch, putting::attempt).size();
        }
        putting.failIfIncomplete();
    }

    private static void checkSize(Announcement announcement) {
        int bytes = bytes(announcement);
        if (bytes > MAX_BYTES) {
            throw AppException.invalid(
                    "size of event " + announcement.detailType(),
                    bytes + " bytes",
                    "at most %d bytes".formatted(MAX_BYTES));
        }
    }

    /** As EventBridge counts an entry without time. */
    private static int bytes(Announcement announcement) {
        return utf8Bytes(announcement.source())
                + utf8Bytes(announcement.detailType())
                + utf8Bytes(announcement.detail())
                + resources(announcement).stream()
                        .mapToInt(EventBridgeBus::utf8Bytes)
                        .sum();
    }

    private static List<String> resources(Announcement announcement) {
        @Nullable String requestId = announcement.cause().requestId();
        return requestId == null ? List.of() : List.of(EventEnvelope.REQUEST + requestId);
    }

    private static int utf8Bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private PutEventsRequestEntry entry(Announcement announcement) {
        PutEventsRequestEntry.Builder entry = PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source(announcement.source())
                .detailType(announcement.detailType())
                .detail(announcement.detail())
                .resources(resources(announcement));
        @Nullable TraceContext trace = announcement.cause().trace();
        if (trace != null) {
            entry.traceHeader(trace.xray());
        }
        return entry.build();
    }

    /** One call of {@link #put}: what it still owes. */
    private final class Putting {

        private final int total;
        private final List<String> refused = new ArrayList<>();
        private int left;
        private String lastReason = "";

        Putting(int total) {
            this.total = total;
        }

        /** Returns what may be tried again. The answer's entries stand in the order of the request's. */
        List<Announcement> attempt(List<Announcement> batch) {
            List<PutEventsResultEntry> results = call(batch);
            List<Announcement> again = new ArrayList<>();
            for (int index = 0; index < batch.size(); index++) {
                PutEventsResultEntry result = results.get(index);
                if (result.errorCode() == null) {
                    continue;
                }
                lastReason = result.errorCode() + ": " + result.errorMessage();
                if (FOR_GOOD.contains(result.errorCode())) {
                    refused.add(lastReason);
                } else {
                    again.add(batch.get(index));
                }
            }
            return again;
        }

        private List<PutEventsResultEntry> call(List<Announcement> batch) {
            String what = "putting %d of %d events on bus '%s'".formatted(batch.size(), total, busName);
            try {
                List<PutEventsRequestEntry> entries =
                        batch.stream().map(EventBridgeBus.this::entry).toList();
                List<PutEventsResultEntry> results = client.get()
                        .putEvents(request -> request.entries(entries))
                        .entries();
                if (results.size() != batch.size()) {
                    throw new AppException(
                            ErrorCode.TRANSPORT_UNAVAILABLE, "%s was answered for %d".formatted(what, results.size()));
                }
                return results;
            } catch (SdkException e) {
                throw AwsFailures.translated(what, e);
            }
        }

        void failIfIncomplete() {
            if (!refused.isEmpty()) {
                throw AppException.invalid(
                        "%d of %d events on bus '%s'".formatted(refused.size(), total, busName),
                        refused.getFirst(),
                        "what EventBridge takes");
            }
            if (left > 0) {
                throw new AppException(
                        ErrorCode.TRANSPORT_UNAVAILABLE,
                        "%d of %d events were not taken by bus '%s' in %d attempts, last reason: %s"
                                .formatted(left, total, busName, backoff.maxAttempts(), lastReason));
            }
        }
    }
}
