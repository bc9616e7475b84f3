package io.lumia.platform.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lumia.platform.metrics.FunctionName;
import io.lumia.platform.metrics.LabelKey;
import io.lumia.platform.request.RequestScope;
import io.lumia.platform.request.TraceScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a line: {@code timestamp}, {@code level}, {@code function}, {@code request_id}, {@code trace_id},
 * {@code span_id}, {@code logger}, {@code message}, {@code error}. What there is not is left out. Of the logger's context
 * nothing else is written, whoever put it there.
 */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private static final List<String> CONTEXT = List.of(RequestScope.NAME, TraceScope.TRACE, TraceScope.SPAN);
    private static final String FUNCTION = LabelKey.FUNCTION.text();
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_FRAMES = 20;
    private static final int MOST_CAUSES = 5;
    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            write(event, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        line.write('\n');
        return line.toByteArray();
    }

    private static void write(ILoggingEvent event, JsonGenerator json) throws IOException {
        Map<String, String> context = event.getMDCPropertyMap();
        json.writeStringField(
                "timestamp", Instant.ofEpochMilli(event.getTimeStamp()).toString());
        json.writeStringField("level", event.getLevel().toString());
        json.writeStringField(
                FUNCTION,
                context.getOrDefault(FUNCTION, FunctionName.ofProcess().value()));
        for (String name : CONTEXT) {
            @Nullable String value = context.get(name);
            if (value != null) {
                json.writeStringField(name, value);
            }
        }
        json.writeStringField("logger", event.getLoggerName());
        json.writeStringField("message", Hiding.in(String.valueOf(event.getFormattedMessage())));
        @Nullable IThrowableProxy failure = event.getThrowableProxy();
        if (failure != null) {
            json.writeFieldName("error");
            writeError(failure, json, MOST_CAUSES);
        }
    }

    private static void writeError(IThrowableProxy failure, JsonGenerator json, int causesLeft) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", failure.getClassName());
        json.writeStringField("message", Hiding.in(String.valueOf(failure.getMessage())));
        json.writeArrayFieldStart("stack");
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
            json.writeString(String.valueOf(frames[i].getStackTraceElement()));
        }
        json.writeEndArray();
        @Nullable IThrowableProxy cause = failure.getCause();
        if (cause != null && causesLeft > 0) {
            json.writeFieldName("cause");
            writeError(cause, json, causesLeft - 1);
        }
        json.writeEndObject();
    }
}
