/** Where Micronaut meets the domain: makes its objects from ports and configuration. Holds no rules. */
@NullMarked
package io.lumia.signals.wiring;

import org.jspecify.annotations.NullMarked;
