package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCategory;
import io.lumia.platform.failure.FailureHandling;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what failed with a code, and logs what was not the caller's doing. */
@Singleton
final class AppExceptionHandler implements ExceptionHandler<AppException, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(AppExceptionHandler.class);

    private final FailureAnswers answers;

    AppExceptionHandler(FailureAnswers answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, AppException failure) {
        ErrorCategory category = failure.code().category();
        if (category != ErrorCategory.CALLER) {
            LOG.atLevel(FailureHandling.of(category).level())
                    .setCause(failure)
                    .log("{} {} failed: {}", request.getMethodName(), request.getPath(), failure.getMessage());
        }
        return answers.of(failure.code(), shown(failure, category), List.of());
    }

    /** What went wrong inside is in the log, not in the answer. */
    private static String shown(AppException failure, ErrorCategory category) {
        return category == ErrorCategory.OURS
                ? "the request failed; the log names it by its id"
                : String.valueOf(failure.getMessage());
    }
}
