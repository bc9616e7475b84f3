/**
 * The shape of every HTTP answer, free of any web framework. A success is an {@link io.lumia.platform.http.ApiAnswer}
 * with {@link io.lumia.platform.http.AnswerMetadata} and, for lists, a {@link io.lumia.platform.http.Pagination}; a
 * failure is an {@link io.lumia.platform.http.ApiFailure}. {@link io.lumia.platform.http.HttpStatuses} says which status
 * an error code has. Controllers, filters and routes live in the functions.
 */
@NullMarked
package io.lumia.platform.http;

import org.jspecify.annotations.NullMarked;
