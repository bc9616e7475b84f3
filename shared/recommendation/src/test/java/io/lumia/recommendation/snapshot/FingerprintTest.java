package io.lumia.recommendation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.recommendation.snapshot.Fingerprint.Change;
import io.lumia.recommendation.snapshot.Fingerprint.RowChange;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final LocalDate SESSION = LocalDate.of(2017, 11, 10);
    private static final Instant LEARNED = Instant.parse("2017-11-10T22:00:00Z");
    private static final int[] DAYS = {17_478, 17_479, 17_480};

    @Test
    void isTheSameInWhateverOrderGroupsAndRowsCome() {
        FingerprintBuilder first = new FingerprintBuilder();
        first.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[3]);
        first.addNamed("b", InputKind.FACT, List.of(row("revenue", "1"), row("income", "2")));
        FingerprintBuilder second = new FingerprintBuilder();
        second.addNamed("b", InputKind.FACT, List.of(row("income", "2"), row("revenue", "1")));
        second.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[3]);

        assertThat(second.build(SESSION, "m")).isEqualTo(second.build(SESSION, "m"));
        assertThat(second.build(SESSION, "m").snapshotId())
                .isEqualTo(first.build(SESSION, "m").snapshotId())
                .hasSize(64);
    }

    @Test
    void namesTheRowsThatChanged() {
        FingerprintBuilder before = new FingerprintBuilder();
        before.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[3]);
        before.addNamed("a", InputKind.FACT, List.of(row("revenue", "1"), row("income", "2")));
        FingerprintBuilder after = new FingerprintBuilder();
        after.addDated("a", InputKind.BAR, new int[] {17_478, 17_479}, closes(1, 2.5), new long[2]);
        after.addNamed("a", InputKind.FACT, List.of(row("revenue", "1"), row("income", "2"), row("assets", "3")));

        List<RowChange> changes = before.build(SESSION, "").changesIn(after.build(SESSION, ""), 10);

        assertThat(changes)
                .containsExactly(
                        new RowChange("a", InputKind.BAR, "2017-11-09", Change.CHANGED),
                        new RowChange("a", InputKind.BAR, "2017-11-10", Change.REMOVED),
                        new RowChange("a", InputKind.FACT, "assets", Change.ADDED));
    }

    @Test
    void seesThatTheSameRowWasLearnedAtAnotherTime() {
        FingerprintBuilder before = new FingerprintBuilder();
        before.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[] {5, 5, 5});
        FingerprintBuilder after = new FingerprintBuilder();
        after.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[] {5, 6, 5});

        assertThat(before.build(SESSION, "").changesIn(after.build(SESSION, ""), 10))
                .containsExactly(new RowChange("a", InputKind.BAR, "2017-11-09", Change.CHANGED));
    }

    @Test
    void stopsAtTheBoundOfChanges() {
        FingerprintBuilder before = new FingerprintBuilder();
        FingerprintBuilder after = new FingerprintBuilder();
        after.addDated("a", InputKind.BAR, DAYS.clone(), closes(1, 2, 3), new long[3]);

        assertThat(before.build(SESSION, "").changesIn(after.build(SESSION, ""), 2))
                .hasSize(2);
    }

    private static long[][] closes(double... closes) {
        long[] bits = new long[closes.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToLongBits(closes[i]);
        }
        return new long[][] {bits};
    }

    private static NamedRow row(String key, String content) {
        return new NamedRow(key, content, LEARNED);
    }
}
