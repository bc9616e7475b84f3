package io.lumia.platform.log;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;

/** The failure of a pattern, without secrets. */
public final class HiddenThrowable extends ThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return Hiding.in(super.throwableProxyToString(failure));
    }
}
