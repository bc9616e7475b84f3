/**
 * One secret from which keyed hashes and encryption keys follow. {@link io.lumia.accounts.pepper.Peppers} is the port that
 * knows its versions; {@link io.lumia.accounts.pepper.Pepper} derives a key of its own for each
 * {@link io.lumia.accounts.pepper.Purpose}, so that a hash of one kind never means anything as another.
 */
@NullMarked
package io.lumia.accounts.pepper;

import org.jspecify.annotations.NullMarked;
