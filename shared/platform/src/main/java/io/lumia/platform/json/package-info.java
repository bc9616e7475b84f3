/**
 * JSON as the product writes it: snake_case, exact decimals, RFC 3339. {@link io.lumia.platform.json.JsonCodec} is what
 * others use. The rules are settings in {@code application.properties}; {@code JsonDoubles} says how doubles look,
 * {@code RecordShape} what is refused on reading.
 */
@NullMarked
package io.lumia.platform.json;

import org.jspecify.annotations.NullMarked;
