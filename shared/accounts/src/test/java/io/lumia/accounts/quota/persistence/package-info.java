@NullMarked
package io.lumia.accounts.quota.persistence;

import org.jspecify.annotations.NullMarked;
