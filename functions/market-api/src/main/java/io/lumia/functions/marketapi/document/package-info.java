/**
 * The API's OpenAPI document and the page made from it.
 */
@NullMarked
package io.lumia.functions.marketapi.document;

import org.jspecify.annotations.NullMarked;
