/**
 * The provider {@code bundle}: a folder or zip of CSV files that anyone can make. {@link
 * io.lumia.market.provider.bundle.BundleProvider} stands behind the port; {@link
 * io.lumia.market.provider.bundle.BundleCheck} tells the maker of a bundle what we would make of it.
 *
 * <p>How a bundle is read: {@code BundleFiles} finds and unpacks the files; {@code RecordScanner} cuts one into records
 * and {@code CsvFields} a record into fields, both on bytes; {@code FileIndex} remembers where each symbol's lines are,
 * so that a slice costs what it holds and not what the file holds; {@code RawRows} builds and re-reads the raw answer;
 * one {@code …Rows} class per file turns fields into facts. Bounds on everything that a stranger controls are in
 * {@code BundleLimits}.
 */
@NullMarked
package io.lumia.market.provider.bundle;

import org.jspecify.annotations.NullMarked;
