package io.lumia.web.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a refused request with every field that is wrong. */
@Singleton
final class InvalidRequestHandler implements ExceptionHandler<InvalidRequest, HttpResponse<?>> {

    private final FailureAnswers answers;

    InvalidRequestHandler(FailureAnswers answers) {
        this.answers = answers;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, InvalidRequest refusal) {
        return answers.of(refusal.code(), String.valueOf(refusal.getMessage()), refusal.fields());
    }
}
