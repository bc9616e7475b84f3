package io.lumia.news.wiring;

import io.lumia.news.text.Languages;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Loads the language profiles once, with or without a database. */
@Factory
final class LanguageFactory {

    @Singleton
    Languages languages() {
        return Languages.load();
    }
}
