package io.lumia.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that goes away: its answers say since when it should not be used any more, and when it ends. The document says
 * so by {@code @Operation(deprecated = true)}, since its annotation processor sees no annotation of ours; a rule holds the two equal.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retiring {

    /** A date, such as 2027-01-01: from its beginning in UTC on nobody should begin with the route. */
    String since();

    /** A later date, at whose beginning in UTC the route may be gone. */
    String sunset();
}
