package io.lumia.web.http;

import java.util.List;

/** Data that can also be written as a table. */
public interface CsvTable {

    /** Names of the columns. */
    List<String> csvHeader();

    /** Writes every row, in the order of the header. */
    void writeRows(CsvWriter csv);
}
