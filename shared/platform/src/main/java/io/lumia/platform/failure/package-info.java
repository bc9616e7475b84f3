/** What each kind of failure means for the message that caused it: {@link io.lumia.platform.failure.FailureHandling}. */
@NullMarked
package io.lumia.platform.failure;

import org.jspecify.annotations.NullMarked;
