package io.lumia.web.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST whose body holds a password or a token. It takes no {@code Idempotency-Key}: what is kept for one is a quick hash
 * of the body, by which whoever reads the database could guess passwords. Sending such a request twice does no harm.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SecretBody {}
