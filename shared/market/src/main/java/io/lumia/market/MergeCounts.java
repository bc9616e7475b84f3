package io.lumia.market;

/**
 * What a merge did.
 *
 * @param inserted  rows that were new
 * @param revised   rows whose value changed; the superseded one is kept
 * @param unchanged rows that were there already, untouched
 */
public record MergeCounts(long inserted, long revised, long unchanged) {

    public static final MergeCounts NONE = new MergeCounts(0, 0, 0);

    public MergeCounts plus(MergeCounts other) {
        return new MergeCounts(inserted + other.inserted, revised + other.revised, unchanged + other.unchanged);
    }

    public long changed() {
        return inserted + revised;
    }
}
