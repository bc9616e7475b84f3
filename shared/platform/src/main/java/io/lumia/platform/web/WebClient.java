package io.lumia.platform.web;

/** Sends one request and reads its answer to the end, within the request's bounds. Follows no trap and throws nothing. */
public interface WebClient {

    WebResult get(WebRequest request);
}
