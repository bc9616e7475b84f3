package io.lumia.market.provider.bundle;

/** Turns the fields of a well-formed row into a fact, or says why not. */
@FunctionalInterface
interface RowReader {

    void read(CsvFields fields, Facts facts);
}
