package io.lumia.recommendation.snapshot;

import io.lumia.platform.hash.Sha256;
import io.lumia.recommendation.snapshot.Fingerprint.Group;
import io.lumia.recommendation.snapshot.Fingerprint.Rows;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** Makes a {@link Fingerprint} while rows are read. In which order groups and rows come changes nothing. */
public final class FingerprintBuilder {

    private static final HexFormat HEX = HexFormat.of();

    private final TreeMap<Group, Rows> groups = new TreeMap<>();

    /**
     * Rows that are known by their date, as columns of equal length; no two of the same date.
     *
     * @param epochDays ascending; taken over
     * @param columns   of what the engine can see of the rows, {@link Double#doubleToLongBits} of fractions
     * @param learned   when our books learned each row, in microseconds since 1970
     */
    public void addDated(String asset, InputKind kind, int[] epochDays, long[][] columns, long[] learned) {
        ByteBuffer bytes = ByteBuffer.allocate(epochDays.length * Long.BYTES * (columns.length + 2));
        short[] checksums = new short[epochDays.length];
        for (int i = 0; i < epochDays.length; i++) {
            long hash = mix(0, epochDays[i]);
            bytes.putLong(epochDays[i]);
            for (long[] column : columns) {
                bytes.putLong(column[i]);
                hash = mix(hash, column[i]);
            }
            bytes.putLong(learned[i]);
            checksums[i] = (short) (mix(hash, learned[i]) >>> 48);
        }
        add(asset, kind, new Rows(HEX.formatHex(Sha256.of(bytes.array())), new DateKeys(epochDays), checksums));
    }

    /** Rows that are known by a text. */
    public void addNamed(String asset, InputKind kind, List<NamedRow> rows) {
        NamedRow[] ordered = rows.toArray(NamedRow[]::new);
        Arrays.sort(ordered, Comparator.comparing(NamedRow::key));
        StringBuilder all = new StringBuilder();
        short[] checksums = new short[ordered.length];
        for (int i = 0; i < ordered.length; i++) {
            String text = ordered[i].text();
            all.append(text);
            checksums[i] = checksum(text);
        }
        List<String> keys = Arrays.stream(ordered).map(NamedRow::key).toList();
        add(asset, kind, new Rows(HEX.formatHex(Sha256.of(all.toString())), keys, checksums));
    }

    /**
     * A row that is known by a text.
     *
     * @param key     once in its group
     * @param content all that the engine can see of it, in a fixed form
     * @param learned when our books learned it
     */
    public record NamedRow(String key, String content, Instant learned) {

        /** With lengths before the parts, so that no two rows read the same. */
        String text() {
            return key.length() + ":" + key + content.length() + ":" + content + learned + "\n";
        }
    }

    private void add(String asset, InputKind kind, Rows rows) {
        if (!rows.keys().isEmpty()) {
            groups.put(new Group(asset, kind), rows);
        }
    }

    /**
     * @param session        that the snapshot is of
     * @param sentimentModel version whose scores are in it
     */
    public Fingerprint build(LocalDate session, String sentimentModel) {
        StringBuilder text = new StringBuilder("%s\n%s\n".formatted(session, sentimentModel));
        groups.forEach((group, rows) -> text.append(group.asset())
                .append(' ')
                .append(group.kind().code())
                .append(' ')
                .append(rows.digest())
                .append('\n'));
        return new Fingerprint(Sha256.hexOf(text.toString().getBytes(StandardCharsets.UTF_8)), groups);
    }

    private static short checksum(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash, text.charAt(i));
        }
        return (short) (hash >>> 48);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014). */
    private static long mix(long hash, long value) {
        long mixed = hash * 31 + value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
