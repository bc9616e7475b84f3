package io.lumia.web.http;

import java.time.LocalDate;

/** The bounds of what a caller may ask for. */
public final class Limits {

    /** Of one parameter's value. */
    public static final int MAX_TEXT_CHARACTERS = 128;

    /** Of a parameter that is a comma-separated list. */
    public static final int MAX_LIST_CHARACTERS = 1_024;

    /** Of a parameter that names assets: thirty UUIDs and the commas between them, with blanks. */
    public static final int MAX_ASSET_LIST_CHARACTERS = 1_200;

    /** Of a writing request's body. */
    public static final int MAX_BODY_BYTES = 256 * 1024;

    /** Of what a person says about a decision. */
    public static final int MAX_NOTE_CHARACTERS = 1_000;

    /** Pages of a list of entities. */
    public static final int MAX_PAGE = 1_000_000;

    /** Points of a time series in one answer; an answer of them stays below the 6 MB that Lambda can return. */
    public static final int MAX_POINTS = 10_000;

    /** Days of signals in one answer: a day has two dozen numbers, and 6 MB is all that Lambda can return. */
    public static final int MAX_SIGNAL_DAYS = 5_000;

    /** The oldest series begin in the nineteenth century. */
    public static final LocalDate FIRST_DATE = LocalDate.of(1700, 1, 1);

    public static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

    private Limits() {}
}
