package io.lumia.web.http;

import io.lumia.kernel.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers with 429 and with when to come again. */
@Singleton
final class RetryLaterHandler implements ExceptionHandler<RetryLater, HttpResponse<?>> {

    private final FailureAnswers answers;

    RetryLaterHandler(FailureAnswers answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, RetryLater refusal) {
        MutableHttpResponse<?> answer =
                answers.of(ErrorCode.LIMIT_REACHED, String.valueOf(refusal.getMessage()), List.of());
        answer.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        return answer;
    }
}
