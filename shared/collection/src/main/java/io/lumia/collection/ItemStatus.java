package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** Where an item stands. */
public enum ItemStatus {
    /** It waits for an earlier stage of its run. */
    PLANNED,
    /** The collector was asked; no answer is loaded yet. */
    ASKED,
    /** Its rows changed our books. */
    LOADED,
    /** Our books said the same already. */
    UNCHANGED,
    /** The source has nothing for it. */
    EMPTY,
    /** It could not be collected or loaded; the outcome says why. */
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is expected of the item. */
    public boolean hasEnded() {
        return switch (this) {
            case PLANNED, ASKED -> false;
            case LOADED, UNCHANGED, EMPTY, FAILED -> true;
        };
    }

    public static ItemStatus parse(String text) {
        for (ItemStatus status : values()) {
            if (status.code().equals(text)) {
                return status;
            }
        }
        throw AppException.invalid("item status", text, "planned, asked, loaded, unchanged, empty, failed");
    }
}
