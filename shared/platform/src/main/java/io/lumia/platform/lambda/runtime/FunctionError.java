package io.lumia.platform.lambda.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * A failure in the form that Lambda shows to the caller. Written without the framework, which may be what failed.
 *
 * @param type the exception's class
 * @param json type, message and stack trace
 */
record FunctionError(String type, String json) {

    private static final int SHOWN_FRAMES = 30;
    private static final JsonFactory JSON = new JsonFactory();

    static FunctionError of(Throwable failure) {
        String type = failure.getClass().getName();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("errorType", type);
            json.writeStringField("errorMessage", String.valueOf(failure.getMessage()));
            json.writeArrayFieldStart("stackTrace");
            for (String frame : frames(failure)) {
                json.writeString(frame);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FunctionError(type, text.toString());
    }

    private static String[] frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(SHOWN_FRAMES)
                .map(StackTraceElement::toString)
                .toArray(String[]::new);
    }
}
