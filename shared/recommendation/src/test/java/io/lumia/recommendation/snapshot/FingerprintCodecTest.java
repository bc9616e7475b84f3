package io.lumia.recommendation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.recommendation.snapshot.Fingerprint.Group;
import io.lumia.recommendation.snapshot.Fingerprint.Rows;
import io.lumia.recommendation.snapshot.FingerprintBuilder.NamedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Fingerprints as bytes. */
class FingerprintCodecTest {

    private static final Instant LEARNED = Instant.parse("2017-11-08T21:30:00Z");
    private static final int DAYS = 750;

    @Test
    void comesBackAsItWent() {
        Fingerprint fingerprint = fingerprint(20);

        Fingerprint back = FingerprintCodec.decode(FingerprintCodec.encode(fingerprint));

        assertThat(back.snapshotId()).isEqualTo(fingerprint.snapshotId());
        assertThat(back.groups().keySet()).isEqualTo(fingerprint.groups().keySet());
        fingerprint.groups().forEach((group, rows) -> {
            Rows read = Objects.requireNonNull(back.groups().get(group));
            assertThat(read.digest()).isEqualTo(rows.digest());
            assertThat(read.keys()).isEqualTo(rows.keys());
            assertThat(read.checksums()).isEqualTo(rows.checksums());
        });
        assertThat(back.rowsTotal()).isEqualTo(20 * DAYS + 2);
    }

    @Test
    void aDayCostsLittleMoreThanItsChecksum() {
        int bytes = FingerprintCodec.encode(fingerprint(20)).length;

        assertThat(bytes).isLessThan(20 * DAYS * 5 / 2);
    }

    @Test
    void refusesAnotherVersionAPieceAndTooMany() {
        byte[] encoded = FingerprintCodec.encode(fingerprint(1));
        byte[] other = encoded.clone();
        other[0] = 9;

        assertThatThrownBy(() -> FingerprintCodec.decode(other))
                .hasMessageContaining("version")
                .hasMessageContaining("9");
        assertThatThrownBy(() -> FingerprintCodec.decode(Arrays.copyOf(encoded, encoded.length / 2)))
                .isInstanceOf(AppException.class);
        assertThatThrownBy(() -> FingerprintCodec.decode(new byte[0])).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> FingerprintCodec.decode(FingerprintCodec.encode(oversized())))
                .hasMessageContaining("rows of a group");
    }

    private static Fingerprint oversized() {
        int size = FingerprintCodec.MAX_ROWS_OF_GROUP + 1;
        Rows rows = new Rows("00".repeat(32), new DateKeys(new int[size]), new short[size]);
        TreeMap<Group, Rows> groups = new TreeMap<>();
        groups.put(new Group("a", InputKind.BAR), rows);
        return new Fingerprint("00".repeat(32), groups);
    }

    private static Fingerprint fingerprint(int assets) {
        FingerprintBuilder builder = new FingerprintBuilder();
        Random random = new Random(1);
        for (int asset = 0; asset < assets; asset++) {
            int[] days = new int[DAYS];
            long[] closes = new long[DAYS];
            long[] learned = new long[DAYS];
            for (int i = 0; i < DAYS; i++) {
                days[i] = 15_000 + i + i / 5 * 2;
                closes[i] = random.nextLong();
            }
            builder.addDated("asset " + asset, InputKind.BAR, days, new long[][] {closes}, learned);
        }
        builder.addNamed(
                "asset 0",
                InputKind.ACTION,
                List.of(new NamedRow("2017-11-08 split", "2.0", LEARNED), new NamedRow("é", "", LEARNED)));
        return builder.build(LocalDate.of(2017, 11, 8), "model");
    }
}
