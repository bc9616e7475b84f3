/**
 * What somebody likes, which pre-fills his requests for recommendations: {@link io.lumia.accounts.profile.Profile}, checked by
 * {@link io.lumia.accounts.profile.ProfileCheck}, changed by {@link io.lumia.accounts.profile.EditProfile}. The words are those of
 * a recommendation's request; it lies higher on the ladder, so that they are told again here, by their codes.
 */
@NullMarked
package io.lumia.accounts.profile;

import org.jspecify.annotations.NullMarked;
