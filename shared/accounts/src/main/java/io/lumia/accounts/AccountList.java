package io.lumia.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All accounts, for who operates the installation: what they are, not whose. */
public interface AccountList {

    /** Most that one page takes. */
    int MAX_LIMIT = 1_000;

    /**
     * In the order of their ids, which is that in which they were made; without the erased.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<User> page(@Nullable UserId after, int limit);
}
