package io.lumia.market.provider.bundle;

/** What a bundle may ask of our memory and disk. */
final class BundleLimits {

    /** A bundle.json is a page of text. */
    static final int MAX_MANIFEST_BYTES = 64 * 1024;

    /** Ten million bars are half a gigabyte. Fits an unsigned int, which {@link Blocks} relies on. */
    static final long MAX_FILE_BYTES = (4L << 30) - 1;

    /** Lines of one symbol that are looked up together. */
    static final int MAX_BLOCK_LINES = 64;

    /** Unpacked bytes per packed byte; real price files reach 10, flat ones 50, bombs 1,000. */
    static final long MAX_EXPANSION = 200;

    /** Below this size the expansion is not looked at. */
    static final long SMALL_FILE_BYTES = 16L << 20;

    /** A record of numbers; the longest one seen has 150 bytes. */
    static final int MAX_LINE_BYTES = 16 * 1024;

    /** A record with prose in it, over as many lines as {@link #MAX_RECORD_LINES}. */
    static final int MAX_PROSE_BYTES = 1 << 20;

    static final int MAX_RECORD_LINES = 1_000;
    static final int MAX_FIELDS = 64;
    static final int MAX_NUMBER_CHARACTERS = 40;
    static final int MAX_TEXT_CHARACTERS = 10_000;

    /** Distinct symbols per file. */
    static final int MAX_SYMBOLS = 200_000;

    /** One raw answer is held in memory. */
    static final int MAX_ANSWER_BYTES = 256 << 20;

    /** Characters of a bad row that are kept to be shown. */
    static final int SHOWN_CHARACTERS = 1_000;

    private BundleLimits() {}
}
