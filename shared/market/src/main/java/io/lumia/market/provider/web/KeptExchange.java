package io.lumia.market.provider.web;

import io.lumia.platform.web.WebResponse;

/**
 * A call and what came of it, as it is kept.
 *
 * @param address without secrets
 */
record KeptExchange(String kind, String symbol, String address, WebResponse response) {}
