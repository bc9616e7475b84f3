package io.lumia.market.provider.rss;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumia.market.Published;
import io.lumia.market.Published.Precision;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

    @Test
    void readsEveryDateThatFeedparserDoesAsItDoes() throws IOException {
        JsonNode dates = new ObjectMapper().readTree(Feeds.file("odd_dates.json"));

        assertThat(dates).hasSize(32);
        assertThat(dates).allSatisfy(date -> assertThat(
                        FeedDates.parse(date.get(0).asText()).map(Published::at))
                .as(date.get(0).asText())
                .isEqualTo(expected(date.get(1))));
    }

    private static Optional<Instant> expected(JsonNode utc) {
        return utc.isNull()
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(
                                utc.get(0).asInt(),
                                utc.get(1).asInt(),
                                utc.get(2).asInt(),
                                utc.get(3).asInt(),
                                utc.get(4).asInt(),
                                utc.get(5).asInt())
                        .toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 01 Jan 04 19:48:21 GMT | 2004-01-01T19:48:21Z",
                "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
                "Mon, 13 Feb, 2012 06:28:00 UTC | 2012-02-13T06:28:00Z",
                "Wed, 19 Feb 2012 22:40:00 GMT-01:01 | 2012-02-19T23:41:00Z",
                "Thu Aug 30 2012 17:26:16 +0200 | 2012-08-30T15:26:16Z",
                "Sun Jan 4 16:29:06 PST 2004 | 2004-01-05T00:29:06Z",
                "Fri, 2006/09/15 08:19:53 EDT | 2006-09-15T12:19:53Z",
                "Mon, 20 Jul 2026 9:30:00 AM EDT | 2026-07-20T13:30:00Z",
                "Mon, 20 Jul 2026 12:05 PM ET | 2026-07-20T16:05:00Z",
                "Mon, 26 January 2004 16:31:00 ET | 2004-01-26T21:31:00Z",
                "Mon, 06 Apr 2026 10:00:00 +0200 | 2026-04-06T08:00:00Z",
                "July 16, 2026 18:00 | 2026-07-16T18:00:00Z",
                "16. März 2026 10:00 MEZ | 2026-03-16T09:00:00Z",
                "jeu., 16 juil. 2026 10:00:00 +0200 | 2026-07-16T08:00:00Z",
                "16 de enero de 2026 10:00 | 2026-01-16T10:00:00Z",
                "2004-július-13T9:15-05:00 | 2004-07-13T14:15:00Z",
                "2004-05-25 오후 11:23:17 | 2004-05-25T14:23:17Z",
                "2026-07-16T18:00:00.123456Z | 2026-07-16T18:00:00Z",
                "20260716T180000Z | 2026-07-16T18:00:00Z",
                "2026-07-16T18:00Z | 2026-07-16T18:00:00Z",
                "2026-07-16 18:00:00 UTC | 2026-07-16T18:00:00Z",
                "Thu, 16 Jul 2026 23:59:60 GMT (leap) | 2026-07-16T23:59:59Z",
            })
    void readsAnInstant(String text, Instant at) {
        assertThat(FeedDates.parse(text)).contains(Published.at(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003-12-31 | 2003-12-31",
                "20031231 | 2003-12-31",
                "031231 | 2003-12-31",
                "2003-335 | 2003-12-01",
                "2003335 | 2003-12-01",
                "2004-W53-7 | 2005-01-02",
                "2009W01 | 2008-12-29",
                "2003-12 | 2003-12-01",
                "Thu, 01 Jan 2004 | 2004-01-01",
                "16 July 2026 | 2026-07-16",
            })
    void knowsADayFromAnInstant(String text, String day) {
        Published published = FeedDates.parse(text).orElseThrow();

        assertThat(published.precision()).isEqualTo(Precision.DAY);
        assertThat(published.date()).hasToString(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "1518478934",
                "Thu, 31 Jun 2004 19:48:21 GMT",
                "2003-02-29",
                "2003-12-31T25:14:55Z",
                "Sun, 16 Dec 2012 1:2:3:4 GMT",
                "Sun, Dec x 2012 11:47:32 GMT",
                "Sun, 16 Dec 2012 11:47:32 XYZ",
                "Sun, 16 Dec 2012 13:47 PM GMT",
                "01/02/2026",
                "٢٠٢٦-٠٧-١٦",
                "2026-07-16T18:00:00Z and more",
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(FeedDates.parse(text)).isEmpty();
    }

    @Test
    void refusesAnEndlessText() {
        assertThat(FeedDates.parse("(".repeat(100_000))).isEmpty();
        assertThat(FeedDates.parse("a ".repeat(49))).isEmpty();
    }
}
