package io.lumia.news.wiring;

import com.optimaize.langdetect.LanguageDetector;
import io.lumia.news.text.Languages;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Loads the language profiles once, with or without a database; not where the function carries no detector. */
@Factory
@Requires(classes = LanguageDetector.class)
final class LanguageFactory {

    @Singleton
    Languages languages() {
        return Languages.load();
    }
}
