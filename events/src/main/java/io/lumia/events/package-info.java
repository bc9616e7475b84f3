/**
 * What functions tell each other. One package per message and version holds the Java record, its JSON Schema
 * ({@code schema.json}) and samples ({@code samples/*.json}, valid and {@code invalid-*.json}). A message is a nudge: it
 * names what is ready, the data is read from the tables.
 */
@NullMarked
package io.lumia.events;

import org.jspecify.annotations.NullMarked;
