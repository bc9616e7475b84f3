package io.lumia.recommendation.personal;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The sections, each a bean of {@link io.lumia.accounts.personal.OwnedData}. */
@Factory
@Requires(beans = PersonalAdvice.class)
final class PersonalFactory {

    @Singleton
    @Named("recommendations")
    OwnedAdvice recommendations(PersonalAdvice advice) {
        return OwnedAdvice.recommendations(advice);
    }

    @Singleton
    @Named("feedback")
    OwnedAdvice feedback(PersonalAdvice advice) {
        return OwnedAdvice.feedback(advice);
    }

    @Singleton
    @Named("backtests")
    OwnedAdvice backtests(PersonalAdvice advice) {
        return OwnedAdvice.backtests(advice);
    }
}
