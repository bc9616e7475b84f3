package io.lumia.market.provider.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every call: counts it against the provider's quotas, keeps its breaker, and remembers how it ended. All
 * processes that share it together never ask more often than the quotas allow, and a restart forgets nothing.
 */
public interface CallGate {

    /** Decides whether a call may be sent now. Granted means that it is counted and must be {@link #end ended}. */
    Permission enter(Caller caller, Call call, Instant at);

    /** Notes how a granted call ended, and what follows for the provider's breaker and for the calls after it. */
    void end(long callId, CallEnd end);

    /**
     * What the last answer from an address had to recognise it by, if that answer is in our books by now.
     *
     * @param address as in {@link Call}
     */
    Optional<Validators> validators(String provider, String address);

    /**
     * Who asks whom.
     *
     * @param keyId a short hash of the key, or {@code keyless}; quotas count by key
     */
    record Caller(String provider, String keyId, List<Quota> quotas) {
        public Caller {
            quotas = List.copyOf(quotas);
        }
    }

    /**
     * What is asked.
     *
     * @param itemId  on whose behalf, null outside a run
     * @param address without secrets
     */
    record Call(@Nullable UUID itemId, String kind, String address) {

        /** Without secrets, which the caller has taken out. */
        public static Call of(@Nullable UUID itemId, String kind, URI address) {
            return new Call(itemId, kind, address.toString());
        }
    }

    /** Whether a call may be sent. */
    sealed interface Permission {

        /** It may, and is counted under this number. */
        record Granted(long callId) implements Permission {}

        /** Quotas of short stretches are used, or the provider asked us to wait. */
        record WaitUntil(Instant until, String why) implements Permission {}

        /** The provider failed too often of late. */
        record BreakerOpen(Instant until) implements Permission {}

        /** A quota of a day or longer is used up. */
        record BudgetUsed(Instant until, String why) implements Permission {}
    }

    /** From which length on a used quota is a budget rather than a matter of waiting. */
    Duration BUDGET_FROM = Duration.ofDays(1);

    /**
     * How a call ended.
     *
     * @param status  HTTP's; 0 without an answer
     * @param outcome a {@link io.lumia.market.provider.ProviderAnswer} code
     * @param bytes   of the decompressed body, or as far as it came
     * @param waitTime how long the provider asked us to wait; zero where it did not
     * @param detail  for a person, without secrets
     */
    record CallEnd(
            Instant at,
            int status,
            String outcome,
            long bytes,
            Validators validators,
            Duration waitTime,
            String detail) {}

    /**
     * What a server recognises its own answer by (RFC 9110, section 8.8).
     *
     * @param etag         empty where there is none
     * @param lastModified as received, empty where there is none
     */
    record Validators(String etag, String lastModified) {

        public static final Validators NONE = new Validators("", "");

        public boolean isEmpty() {
            return etag.isEmpty() && lastModified.isEmpty();
        }
    }
}
