package io.lumia.market.provider.web;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.jsoup.Jsoup;

/**
 * A bean that reads providers' answers: made only where the libraries are that this takes. This module does not hand them
 * on, so the functions that collect and load name them in their {@code pom.xml}; all others carry neither libraries nor
 * adapters. jsoup stands for all of them.
 */
@Documented
@Retention(RUNTIME)
@Target(TYPE)
@Singleton
@Requires(classes = Jsoup.class)
public @interface ReadsAnswers {}
