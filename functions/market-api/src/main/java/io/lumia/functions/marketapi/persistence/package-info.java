/**
 * What the API asks of the database beside the domains' ports: whether it answers.
 */
@NullMarked
package io.lumia.functions.marketapi.persistence;

import org.jspecify.annotations.NullMarked;
