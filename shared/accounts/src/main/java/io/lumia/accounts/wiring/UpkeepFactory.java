package io.lumia.accounts.wiring;

import io.lumia.accounts.personal.ExpiredData;
import io.lumia.accounts.personal.ForgetExpired;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What keeps house needs neither keys nor mails: the function that does so gets no secret of people. */
@Factory
@Requires(beans = ExpiredData.class)
final class UpkeepFactory {

    @Singleton
    ForgetExpired forgetExpired(ExpiredData data, Clock clock) {
        return new ForgetExpired(data, clock);
    }
}
