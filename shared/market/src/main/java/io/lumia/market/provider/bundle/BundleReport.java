package io.lumia.market.provider.bundle;

import io.lumia.market.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we would make of a bundle. Plain values only, so that it can be shown as JSON or, by {@link #toLines}, as text.
 *
 * @param location where it lies
 * @param name     as its manifest says, null where that cannot be read
 * @param asOf     instant, null likewise
 * @param priceBasis code, null likewise
 * @param errors   why it cannot be used; empty if it can
 * @param warnings what its maker should know
 * @param files    the tables that are there
 * @param assets   what would become of each asset's bars, only those with something to tell
 * @param findings what a person should look at
 */
public record BundleReport(
        String location,
        @Nullable String name,
        @Nullable String asOf,
        @Nullable String priceBasis,
        List<String> errors,
        List<String> warnings,
        List<FileReport> files,
        List<AssetVerdict> assets,
        List<Finding> findings) {

    public BundleReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        files = List.copyOf(files);
        assets = List.copyOf(assets);
        findings = List.copyOf(findings);
    }

    /**
     * One table.
     *
     * @param rows        after the header, bad ones included
     * @param accepted    rows that would be loaded
     * @param setAside    rows that would not, by reason code
     * @param problems    the first of those, in the order of their lines
     * @param symbols     distinct ones
     * @param unknownSymbols those without an asset, the first few
     * @param firstDate   of the accepted rows, null where there is none
     */
    public record FileReport(
            String file,
            long rows,
            long accepted,
            Map<String, Long> setAside,
            List<Problem> problems,
            int symbols,
            List<String> unknownSymbols,
            @Nullable String firstDate,
            @Nullable String lastDate) {

        public FileReport {
            problems = List.copyOf(problems);
            unknownSymbols = List.copyOf(unknownSymbols);
        }
    }

    /** A row that would be set aside: where, why, and what it says. */
    public record Problem(long line, String symbol, String reason, String detail, String row) {}

    /**
     * An asset's bars.
     *
     * @param setAside     by reason code
     * @param flags        bars that would be loaded with a doubt, by flag code
     * @param completeness fraction of the sessions between its first and last bar that it has a bar of
     */
    public record AssetVerdict(
            String symbol,
            long accepted,
            Map<String, Long> setAside,
            Map<String, Long> flags,
            String firstDate,
            String lastDate,
            double completeness) {}

    public boolean isUsable() {
        return errors.isEmpty();
    }

    /** Rows of all tables that would be set aside. */
    public long setAside() {
        return files.stream()
                .flatMap(file -> file.setAside().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** For a terminal. */
    public List<String> toLines() {
        List<String> lines = new ArrayList<>();
        lines.add(name == null ? location : "%s (%s, as of %s, %s)".formatted(name, location, asOf, priceBasis));
        errors.forEach(error -> lines.add("ERROR    " + error));
        warnings.forEach(warning -> lines.add("WARNING  " + warning));
        for (FileReport file : files) {
            lines.add("%-13s %,12d rows, %,d to load, %d symbols, %s to %s"
                    .formatted(
                            file.file(),
                            file.rows(),
                            file.accepted(),
                            file.symbols(),
                            orDash(file.firstDate()),
                            orDash(file.lastDate())));
            file.setAside().forEach((reason, count) -> lines.add("  set aside %,9d %s".formatted(count, reason)));
            file.problems()
                    .forEach(problem -> lines.add("    line %d %s %s: %s"
                            .formatted(problem.line(), problem.symbol(), problem.reason(), problem.detail())));
            if (!file.unknownSymbols().isEmpty()) {
                lines.add("  no asset for " + String.join(", ", file.unknownSymbols()));
            }
        }
        findings.forEach(finding -> lines.add("LOOK     %s %s %s: %s"
                .formatted(finding.symbol(), finding.date(), finding.kind().code(), finding.detail())));
        lines.add(isUsable() ? "usable, %,d row(s) would be set aside".formatted(setAside()) : "not usable");
        return lines;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
