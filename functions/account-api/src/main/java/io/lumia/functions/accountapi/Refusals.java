package io.lumia.functions.accountapi;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.web.http.RetryLater;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What use cases refuse, as failures with a status. */
@Singleton
public final class Refusals {

    private final Clock clock;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** 429, with the seconds after which a try counts again. */
    public RetryLater tooManyAttempts(Instant freeAt) {
        return new RetryLater("there were too many tries", Duration.between(clock.instant(), freeAt));
    }

    /** 401, and no word on which of the two is wrong or whether there is such an account. */
    public static AppException wrongCredentials() {
        return new AppException(ErrorCode.UNAUTHENTICATED, "address or password is wrong");
    }

    /** 403 and not 401: who asks is known, so that a client does not look for another token. */
    public static AppException wrongPassword() {
        return new AppException(ErrorCode.FORBIDDEN, "the password is another");
    }

    /** 409. */
    public static AppException noPassword() {
        return new AppException(ErrorCode.CONFLICT, "there is no password here: sign-in is by another issuer");
    }

    /** 404. */
    public static AppException notFound(String what, Object id) {
        return new AppException(ErrorCode.NOT_FOUND, "there is no %s %s".formatted(what, id));
    }
}
