package io.lumia.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST that makes one thing, called {@link io.lumia.platform.database.ClaimScope#effectId}, and finds it where it is
 * there already. Where the answer under an {@code Idempotency-Key} was lost it is made again from that; other routes answer
 * 409 then.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface FoundAgain {}
