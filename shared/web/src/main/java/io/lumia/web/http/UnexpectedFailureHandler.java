package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** What nobody foresaw gets a code: the database is away, or it is our fault. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private final DatabaseFailures database;
    private final AppExceptionHandler coded;

    UnexpectedFailureHandler(DatabaseFailures database, AppExceptionHandler coded) {
        this.database = database;
        this.coded = coded;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        AppException named = database.isUnavailable(failure)
                ? new AppException(ErrorCode.DATABASE_UNAVAILABLE, "the database cannot answer now; try again", failure)
                : new AppException(ErrorCode.INTERNAL, String.valueOf(failure), failure);
        return coded.handle(request, named);
    }
}
