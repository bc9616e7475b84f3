/**
 * What every API function has in common. {@code http} reads requests and writes answers and failures; {@code asset} finds
 * and shows the asset that a request is about; {@code document} makes the OpenAPI document; {@code persistence} tells why
 * the database did not answer. Resources, routes and handlers are the functions' own.
 */
@NullMarked
package io.lumia.web;

import org.jspecify.annotations.NullMarked;
