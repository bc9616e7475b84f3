package io.lumia.market.provider.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our reading of CSV and of numbers against those of others. */
class CsvReadingTest {

    private static final int CASES = 20_000;

    @Test
    void cutsRandomRecordsAsFastCsvDoes() {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            String line = randomRecord(random);
            List<String> expected = CsvReader.builder().ofCsvRecord(line).stream()
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElse(List.of(""));

            assertThat(cut(line)).as(line).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open", "a,\"b", "\"a\"b", "a,\"b\"\"", "\"\"\"", "\"a\" ,b"})
    void saysWhatIsWrongWithARecordThatCannotBeCut(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(new CsvFields().split(bytes, 0, bytes.length)).isNotNull();
    }

    @Test
    void readsRandomNumbersToTheLastBit() {
        Random random = new Random(11);
        Decimals decimals = new Decimals();
        for (int i = 0; i < CASES; i++) {
            String text = randomNumber(random);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

            assertThat(decimals.parse(bytes, 0, bytes.length)).as(text).isEqualTo(Double.parseDouble(text));
            assertThat(decimals.state()).isEqualTo(Decimals.State.NUMBER);
        }
    }

    @Test
    void recordsOfAnyChunkingHaveTheirLineAndPlace() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("row ").append(i).append(i % 3 == 0 ? "\r\n" : i % 7 == 0 ? "\n\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        RecordScanner scanner = new RecordScanner(new DribblingStream(bytes), 16_384, RecordScanner.JoinCheck.NEVER);

        int row = 0;
        while (scanner.next()) {
            String record = new String(
                    scanner.bytes(), scanner.start(), scanner.end() - scanner.start(), StandardCharsets.UTF_8);
            assertThat(record).isEqualTo("row " + row);
            assertThat(new String(bytes, (int) scanner.offset(), record.length(), StandardCharsets.UTF_8))
                    .isEqualTo(record);
            row++;
        }

        assertThat(row).isEqualTo(5_000);
        assertThat(scanner.nextOffset()).isEqualTo(bytes.length);
    }

    @Test
    void aLongLineIsCutWhereverItFallsAndTheNextIsWhole() throws IOException {
        for (int length : new int[] {16_384, 16_385, 65_536, 81_920, 300_000}) {
            byte[] bytes = ("first\n" + "x".repeat(length) + "\nlast").getBytes(StandardCharsets.UTF_8);
            RecordScanner scanner =
                    new RecordScanner(new DribblingStream(bytes), 16_384, RecordScanner.JoinCheck.NEVER);

            assertThat(scanner.next()).isTrue();
            assertThat(scanner.next()).isTrue();
            assertThat(scanner.tooLong()).isEqualTo(length > 16_384);
            assertThat(scanner.offset()).isEqualTo(6);
            assertThat(scanner.next()).isTrue();
            assertThat(new String(scanner.bytes(), scanner.start(), 4, StandardCharsets.UTF_8))
                    .isEqualTo("last");
            assertThat(scanner.line()).isEqualTo(3);
            assertThat(scanner.offset()).isEqualTo(7 + length);
            assertThat(scanner.next()).isFalse();
        }
    }

    private static List<String> cut(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        CsvFields fields = new CsvFields();
        assertThat(fields.split(bytes, 0, bytes.length)).as(line).isNull();
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < fields.count(); i++) {
            cut.add(fields.text(i));
        }
        return cut;
    }

    private static String randomRecord(Random random) {
        StringBuilder line = new StringBuilder();
        int fields = 1 + random.nextInt(6);
        for (int i = 0; i < fields; i++) {
            line.append(i > 0 ? "," : "");
            String text = randomText(random);
            boolean quoted = random.nextBoolean();
            line.append(
                    quoted
                            ? '"' + text.replace("\"", "\"\"") + '"'
                            : text.replace("\"", "").replace(",", ""));
        }
        return line.toString();
    }

    private static String randomText(Random random) {
        String alphabet = "ab1,\" .ü€";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String randomNumber(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15));
            case 1 -> Long.toString(random.nextLong());
            case 2 -> random.nextInt(100_000) + "." + random.nextInt(10_000);
            case 3 -> "-0." + "0".repeat(random.nextInt(20)) + random.nextInt(1_000_000);
            default -> random.nextInt(1_000) + "e" + (random.nextInt(60) - 30);
        };
    }

    /** Gives a few bytes at a time, so that records lie across every boundary. */
    private static final class DribblingStream extends ByteArrayInputStream {

        private int turn;

        DribblingStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            turn++;
            return super.read(target, offset, Math.min(length, 1 + turn % 997));
        }
    }
}
