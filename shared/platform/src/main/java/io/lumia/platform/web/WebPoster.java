package io.lumia.platform.web;

import java.net.URI;
import java.util.Optional;

/** Sends to servers that somebody named to us. Goes only where {@link WebClient} goes, follows no redirect, throws nothing. */
public interface WebPoster extends AutoCloseable {

    /** Any status is an answer, a redirect too; its body may be cut. */
    WebResult post(WebPost post);

    /**
     * Why an address cannot be posted to, such as a scheme, a name that does not resolve or leads to a private address; empty
     * where it can, now. Each {@link #post} looks again and connects to what it looked at.
     */
    Optional<String> refusal(URI address);

    @Override
    void close();
}
