package io.lumia.accounts.personal;

import io.lumia.accounts.UserId;
import java.util.List;

/** What one part of Lumia holds of a user, such as his recommendations. Every part that holds something has one of these. */
public interface OwnedData {

    /** Under which name it stands in an export, such as {@code recommendations}; each name once. */
    String section();

    /** All of it, as JSON documents. */
    List<String> export(UserId owner);

    /** Removes all of it, inside the transaction in which the account goes. What must be kept is kept without the person. */
    void erase(UserId owner);
}
