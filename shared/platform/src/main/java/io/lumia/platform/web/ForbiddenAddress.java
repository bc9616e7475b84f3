package io.lumia.platform.web;

import java.net.UnknownHostException;

/** A name leads to an address that we do not ask. The connection operator knows no better kind of failure. */
final class ForbiddenAddress extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String message) {
        super(message);
    }
}
