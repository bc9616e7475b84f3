/**
 * Between a request and a controller: {@link io.lumia.web.http.ApiRequest} reads parameters and collects what is
 * wrong with them, {@code ApiRequestBinder} refuses what a route does not know, {@code AnswerFilter} writes JSON or CSV
 * with entity tags, {@code FailureAnswers} shapes every failure, {@code CrossOriginFilter} lets browsers read.
 */
@NullMarked
package io.lumia.web.http;

import org.jspecify.annotations.NullMarked;
