package io.lumia.market.provider.web;

/** A row as received, for whoever looks at it or at why it was refused. */
public final class RowText {

    private static final int SHOWN_CHARACTERS = 1_000;

    private RowText() {}

    /** Cut to 1,000 characters, without control characters (a database takes no NUL). */
    public static String shown(String row) {
        String cut = row.length() <= SHOWN_CHARACTERS ? row : row.substring(0, SHOWN_CHARACTERS);
        if (!cut.isEmpty() && Character.isHighSurrogate(cut.charAt(cut.length() - 1))) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.replaceAll("\\p{Cntrl}", " ");
    }
}
