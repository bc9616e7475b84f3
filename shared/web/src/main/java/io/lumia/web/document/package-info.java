/**
 * The API's OpenAPI document: {@link io.lumia.web.document.OpenApiDocument} puts together what the annotation processor
 * generated, {@link io.lumia.web.document.Trees} walks it.
 */
@NullMarked
package io.lumia.web.document;

import org.jspecify.annotations.NullMarked;
