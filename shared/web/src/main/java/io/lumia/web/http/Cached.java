package io.lumia.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Cache-Control of a route's successful answers. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Cached {

    /** Facts of the market: may be a few minutes old. */
    String FIVE_MINUTES = "public, max-age=300";

    /** May be kept, but must be asked about each time. */
    String REVALIDATED = "no-cache";

    /** What is true only now. */
    String NEVER = "no-store";

    String value();
}
