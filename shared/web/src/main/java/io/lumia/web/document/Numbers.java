package io.lumia.web.document;

/** What the document says of numbers beside their type: {@code double} of statistics, nothing of what is exact. */
public final class Numbers {

    /**
     * The format of a number in a schema that is a decimal as it was stored, such as a price, though Java holds it in a double:
     * {@code @Schema(format = Numbers.EXACT)}. It stands in no document: a reader who is told {@code double} reads a binary float.
     */
    public static final String EXACT = "decimal";

    private Numbers() {}
}
