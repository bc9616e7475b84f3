@NullMarked
package io.lumia.accounts.audit.persistence;

import org.jspecify.annotations.NullMarked;
