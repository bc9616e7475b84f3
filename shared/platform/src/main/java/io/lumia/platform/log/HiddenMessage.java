package io.lumia.platform.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a pattern, in one line and without secrets. */
public final class HiddenMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Hiding.in(String.valueOf(super.convert(event))).replaceAll("[\\r\\n]+", " | ");
    }
}
