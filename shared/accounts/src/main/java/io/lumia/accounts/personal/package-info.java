/**
 * A person's right to his data: {@link io.lumia.accounts.personal.ExportOwnData} hands out all that we hold of him,
 * {@link io.lumia.accounts.personal.DeleteAccount} takes it away. Other domains join in by
 * {@link io.lumia.accounts.personal.OwnedData}.
 */
@NullMarked
package io.lumia.accounts.personal;

import org.jspecify.annotations.NullMarked;
