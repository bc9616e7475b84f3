package io.lumia.recommendation.snapshot;

import io.lumia.kernel.AppException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * By which a snapshot is known again, and by which can be said which row is another one now.
 *
 * @param snapshotId SHA-256 in hex over the groups' digests, in their order
 * @param groups     by asset and kind: what its rows were
 */
public record Fingerprint(String snapshotId, SortedMap<Group, Rows> groups) {

    public Fingerprint {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    /** Rows of a kind about an asset. @param asset its id; empty for what is about none */
    public record Group(String asset, InputKind kind) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byAsset = asset.compareTo(other.asset);
            return byAsset == 0 ? kind.compareTo(other.kind) : byAsset;
        }
    }

    /**
     * A group's rows.
     *
     * @param digest    SHA-256 of their keys, contents and when our books learned them, in hex
     * @param keys      ascending; of bars and observations the date
     * @param checksums 16 bits of each row's hash; to be read only
     */
    public record Rows(String digest, List<String> keys, short[] checksums) {

        static final Rows NONE = new Rows("", List.of(), new short[0]);

        public Rows {
            if (keys.size() != checksums.length) {
                throw AppException.invalid("number of checksums", checksums.length, keys.size() + ", one per key");
            }
        }

        private Map<String, Short> byKey() {
            Map<String, Short> byKey = new TreeMap<>();
            for (int i = 0; i < checksums.length; i++) {
                byKey.put(keys.get(i), checksums[i]);
            }
            return byKey;
        }
    }

    /** How many rows there are in all groups. */
    public long rowsTotal() {
        return groups.values().stream().mapToLong(rows -> rows.checksums.length).sum();
    }

    /** What became of a row. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A row that is another one now.
     *
     * @param key empty where its group changed and no row's checksum shows which: that happens to one change in 65,536
     */
    public record RowChange(String asset, InputKind kind, String key, Change change) {}

    /** What differs in a later reading, by asset, kind and key; at most so many. */
    public List<RowChange> changesIn(Fingerprint later, int most) {
        List<RowChange> changes = new ArrayList<>();
        TreeMap<Group, Rows> all = new TreeMap<>(later.groups);
        groups.forEach(all::putIfAbsent);
        for (Group group : all.keySet()) {
            Rows before = orNone(groups.get(group));
            Rows after = orNone(later.groups.get(group));
            if (!before.digest.equals(after.digest)) {
                changes.addAll(changes(group, before.byKey(), after.byKey()));
            }
            if (changes.size() >= most) {
                return List.copyOf(changes.subList(0, most));
            }
        }
        return List.copyOf(changes);
    }

    private static Rows orNone(@Nullable Rows rows) {
        return rows == null ? Rows.NONE : rows;
    }

    private static List<RowChange> changes(Group group, Map<String, Short> before, Map<String, Short> after) {
        List<RowChange> changes = new ArrayList<>();
        TreeMap<String, Short> all = new TreeMap<>(after);
        before.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            Short old = before.get(key);
            Short now = after.get(key);
            if (old == null || now == null) {
                changes.add(new RowChange(group.asset, group.kind, key, old == null ? Change.ADDED : Change.REMOVED));
            } else if (!old.equals(now)) {
                changes.add(new RowChange(group.asset, group.kind, key, Change.CHANGED));
            }
        }
        return changes.isEmpty() ? List.of(new RowChange(group.asset, group.kind, "", Change.CHANGED)) : changes;
    }
}
