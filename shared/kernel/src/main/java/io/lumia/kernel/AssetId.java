package io.lumia.kernel;

import java.util.UUID;

/**
 * An instrument's public identity. It outlives renames and is never re-used. Inside the database an integer key stands
 * for it; that key never leaves.
 */
public record AssetId(UUID value) {

    public static AssetId parse(String text) {
        try {
            return new AssetId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw AppException.invalid("asset_id", text, "a UUID such as 6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
