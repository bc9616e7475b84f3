package io.lumia.platform.secret;

/** Where secrets' values come from. */
@FunctionalInterface
public interface SecretSource {

    /** Its current value; fails where it cannot be read. */
    String value(SecretArn secret);
}
