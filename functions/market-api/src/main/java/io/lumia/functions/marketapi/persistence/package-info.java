/**
 * What the API asks of the database beside the domains' ports: whether it answers, and why it did not.
 */
@NullMarked
package io.lumia.functions.marketapi.persistence;

import org.jspecify.annotations.NullMarked;
