package io.lumia.platform.request;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which trace a piece of work belongs to, as OpenTelemetry hands it on: W3C Trace Context, level 1 (2020), header
 * {@code traceparent}; on AWS also X-Ray's {@code X-Amzn-Trace-Id} (AWS X-Ray Developer Guide, "Tracing header"), whose root
 * is the same 128 bits in another form.
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId  16 hexadecimal digits, not all zero: whoever handed the trace on
 * @param sampled whether whoever began the trace keeps it
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {

    /** Name of the W3C header and of the message attribute. */
    public static final String PARENT = "traceparent";

    /** Name of X-Ray's header. */
    public static final String XRAY = "X-Amzn-Trace-Id";

    private static final Pattern W3C =
            Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)");
    private static final Pattern SPAN = Pattern.compile("(?:^|;)\\s*Parent=([0-9a-f]{16})(?:;|$)");
    private static final Pattern SAMPLED = Pattern.compile("(?:^|;)\\s*Sampled=1(?:;|$)");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_SPAN = "0".repeat(16);
    private static final int LONGEST_HEADER = 512;
    private static final int HEXADECIMAL = 16;
    private static final int EPOCH_DIGITS = 8;

    /** The first of both that is well formed; empty where none is. What is not is treated as if it was not there. */
    public static Optional<TraceContext> parse(@Nullable String traceparent, @Nullable String xray) {
        return parseParent(traceparent).or(() -> parseXray(xray));
    }

    /** A new trace. Its first digits are the second of its birth, which X-Ray asks for. */
    public static TraceContext begin(long epochSecond, RandomGenerator random) {
        String traceId = HexFormat.of().toHexDigits((int) epochSecond)
                + HexFormat.of().toHexDigits(random.nextInt())
                + HexFormat.of().toHexDigits(random.nextLong());
        return new TraceContext(traceId, newSpan(random), false);
    }

    /** The same trace, handed on by work of our own. */
    public TraceContext next(RandomGenerator random) {
        return new TraceContext(traceId, newSpan(random), sampled);
    }

    /** As W3C writes it. */
    public String traceparent() {
        return "00-%s-%s-%s".formatted(traceId, spanId, sampled ? "01" : "00");
    }

    /** As X-Ray writes it. */
    public String xray() {
        return "Root=1-%s-%s;Parent=%s;Sampled=%s"
                .formatted(
                        traceId.substring(0, EPOCH_DIGITS),
                        traceId.substring(EPOCH_DIGITS),
                        spanId,
                        sampled ? "1" : "0");
    }

    private static Optional<TraceContext> parseParent(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        Matcher parts = W3C.matcher(header.strip());
        if (!parts.matches() || (header.startsWith("00") && parts.group(4) != null)) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(parts.group(3), HEXADECIMAL) & 1) == 1;
        return checked(parts.group(1), parts.group(2), sampled);
    }

    private static Optional<TraceContext> parseXray(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        Matcher root = ROOT.matcher(header);
        if (!root.find()) {
            return Optional.empty();
        }
        Matcher span = SPAN.matcher(header);
        String traceId = root.group(1) + root.group(2);
        // The gateway begins traces without a span; the trace's own last digits stand for it.
        String spanId = span.find() ? span.group(1) : traceId.substring(traceId.length() - NO_SPAN.length());
        return checked(traceId, spanId, SAMPLED.matcher(header).find());
    }

    private static Optional<TraceContext> checked(String traceId, String spanId, boolean sampled) {
        return traceId.equals(NO_TRACE) || spanId.equals(NO_SPAN)
                ? Optional.empty()
                : Optional.of(new TraceContext(traceId, spanId, sampled));
    }

    /** Never all zero, which means none. */
    private static String newSpan(RandomGenerator random) {
        return HexFormat.of().toHexDigits(random.nextLong() | 1);
    }
}
