package io.lumia.market.provider.rss;

import static io.lumia.market.provider.rss.Feeds.DATE;
import static io.lumia.market.provider.rss.Feeds.articles;
import static io.lumia.market.provider.rss.Feeds.detail;
import static io.lumia.market.provider.rss.Feeds.file;
import static io.lumia.market.provider.rss.Feeds.outcome;
import static io.lumia.market.provider.rss.Feeds.read;
import static io.lumia.market.provider.rss.Feeds.rows;
import static io.lumia.market.provider.rss.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.market.ArticleKind;
import io.lumia.market.Published;
import io.lumia.market.QuarantineReason;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final String TITLED = "<item><title>%s</title>" + DATE + "</item>";

    @Test
    void readsAPressFeedBehindAByteOrderMark() {
        List<ReceivedArticle> articles = articles(read(file("own_fed_like.xml"), "application/xml"));

        assertThat(articles).hasSize(2);
        assertThat(articles.getFirst())
                .isEqualTo(new ReceivedArticle(
                        "https://www.federalreserve.gov/newsevents/pressreleases/example1.htm",
                        ArticleKind.NEWS,
                        "FRB: Press Release - All Releases",
                        "Minutes of a meeting",
                        "What was said at the meeting.",
                        "https://www.federalreserve.gov/newsevents/pressreleases/example1.htm",
                        "en",
                        Published.at(Instant.parse("2026-07-14T18:00:00Z")),
                        List.of()));
        assertThat(articles.getLast().title()).isEqualTo("Board announces a proposal & asks for comment");
        assertThat(articles.getLast().body()).as("says the same as the title").isEmpty();
        assertThat(articles.getLast().sourceId()).isEqualTo("example2");
    }

    @Test
    void readsAtomWithXhtmlAndLinksAgainstTheirBase() {
        ReceivedArticle article = articles(read(file("own_atom_xhtml.xml"), "")).getFirst();

        assertThat(article.title()).isEqualTo("Friday");
        assertThat(article.body()).isEqualTo("One link & more.\nTwo");
        assertThat(article.url()).isEqualTo("https://example.org/blog/2013/02/friday.html");
        assertThat(article.language()).isEqualTo("en");
        assertThat(article.published()).isEqualTo(Published.at(Instant.parse("2013-02-22T17:47:09Z")));
        assertThat(article.publisher()).isEqualTo("Example blog");
    }

    @Test
    void readsRdfWithADocumentTypeThatOnlyNamesHtmlsEntities() {
        ReceivedArticle article = articles(read(file("own_rdf.xml"), "")).getFirst();

        assertThat(article.title()).isEqualTo("Beschlüsse des Rates");
        assertThat(article.body()).isEqualTo("Zins\nunverändert");
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.sourceId()).isEqualTo("https://example.org/1");
        assertThat(article.published()).isEqualTo(Published.at(Instant.parse("2026-07-16T12:15:00Z")));
    }

    @Test
    void readsChannelFieldsBehindTheItemsAndDropsASecondItemOfAnId() {
        ParsedAnswer answer = rows(read(file("own_yahoo_like.xml"), ""));

        assertThat(answer.articles()).hasSize(1);
        assertThat(answer.articles().getFirst().value().publisher()).isEqualTo("Yahoo! Finance: BRK-B News");
        assertThat(answer.articles().getFirst().value().body())
                .isEqualTo("A company said on Monday 'it will' buy shares.\nMore to come.");
        assertThat(answer.rejected())
                .extracting(Rejected::line, Rejected::reason)
                .containsExactly(org.assertj.core.api.Assertions.tuple(2L, QuarantineReason.DUPLICATE));
    }

    @Test
    void keepsAlertsRedirectorsAsReceivedAndTheirTitlesWithoutMarkup() {
        List<ReceivedArticle> articles = articles(read(file("atom_google_alerts_trimmed.xml"), ""));

        assertThat(articles).hasSize(2);
        assertThat(articles.getLast().title())
                .startsWith("Report offers Prediction of Automotive Slack Market by Top key players");
        assertThat(articles.getLast().url())
                .startsWith("https://www.google.com/url?rct=j&sa=t&url=https://www.aglobalmarketresearch.com/report-");
        assertThat(articles.getLast().body()).endsWith("marketers and senior ...");
    }

    @Test
    void ordersTheOldestFirstWhateverTheFeedsOrder() {
        assertThat(rows(read(file("rss_hn_comments_trimmed.xml"), "")).articles())
                .extracting(row -> row.line() + " " + row.value().published().at())
                .containsExactly("3 2022-04-03T02:07:52Z", "2 2022-04-06T14:09:04Z", "1 2022-04-06T21:07:47Z");
    }

    @Test
    void givesTheWholeItemsOfAFeedThatIsCutAndSaysSo() {
        ParsedAnswer whole = rows(read(file("rss_invalid_date.xml"), ""));
        ParsedAnswer cut = rows(read("<rss version='2.0'><channel>" + TITLED.formatted("a") + "<item><title>b</ti"));

        assertThat(whole.articles())
                .extracting(row -> row.value().published().at().toString())
                .containsExactly("2017-10-16T15:10:00Z", "2017-10-17T12:17:00Z");
        assertThat(whole.rejected()).hasSize(1);
        assertThat(whole.rejected().getFirst().detail()).contains("<rss> is not closed");
        assertThat(cut.articles()).hasSize(1);
        assertThat(cut.rejected()).hasSize(1);
        assertThat(cut.rejected().getFirst().detail()).contains("feed is cut");
    }

    @Test
    void refusesItemsOneByOneWithTheReason() {
        ParsedAnswer answer = rows(read(rss("<item><title>good</title>" + DATE + "</item>"
                + "<item><title>no date</title><pubDate>soon</pubDate><dc:date>later</dc:date></item>"
                + "<item>" + DATE + "</item>"
                + "<item><title>open<link>https://example.org/1</link>" + DATE + "</item>")));

        assertThat(answer.articles()).hasSize(1);
        assertThat(answer.rejected())
                .extracting(Rejected::line, Rejected::reason)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(2L, QuarantineReason.MALFORMED_LINE),
                        org.assertj.core.api.Assertions.tuple(3L, QuarantineReason.MISSING_VALUE),
                        org.assertj.core.api.Assertions.tuple(4L, QuarantineReason.MALFORMED_LINE));
        assertThat(answer.rejected().getFirst().detail()).contains("'soon'").contains("'later'");
        assertThat(answer.rejected().getFirst().row()).contains("<title>no date</title>");
        assertThat(answer.rejected().getLast().detail()).contains("<title>");
    }

    @Test
    void anotherDateStandsInForOneThatCannotBeRead() {
        ReceivedArticle article = articles(
                        read(rss("<item><title>a</title><pubDate>soon</pubDate><dc:date>2026-07-16</dc:date></item>")))
                .getFirst();

        assertThat(article.published()).isEqualTo(Published.on(LocalDate.parse("2026-07-16")));
    }

    @Test
    void anItemThatNamesNoDateWasSeenWhenTheFeedCame() {
        ReceivedArticle article =
                articles(read(rss("<item><title>a</title></item>"))).getFirst();

        assertThat(article.published()).isEqualTo(Published.seenAt(Feeds.RECEIVED));
    }

    @Test
    void anItemWithoutATitleIsCalledByItsFirstLine() {
        ReceivedArticle article = articles(read(rss("<item><description>&lt;p>First.&lt;/p>&lt;p>Second.&lt;/p>"
                        + "</description>" + DATE + "</item>")))
                .getFirst();

        assertThat(article.title()).isEqualTo("First.");
        assertThat(article.body()).isEqualTo("First.\nSecond.");
    }

    @Test
    void linksAreOfTheWebOrNone() {
        String feed = rss("<item><title>1</title><link>a/b c</link></item>"
                + "<item><title>2</title><link>javascript:alert(1)</link></item>"
                + "<item><title>3</title><guid>https://example.org/permalink</guid></item>"
                + "<item><title>4</title><guid isPermaLink='false'>https://example.org/no</guid></item>"
                + "<item><title>5</title><link>ht!tp://|{}</link></item>");

        assertThat(articles(read(feed)))
                .extracting(ReceivedArticle::title, ReceivedArticle::url)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("1", "https://example.org/news/a/b%20c"),
                        org.assertj.core.api.Assertions.tuple("2", ""),
                        org.assertj.core.api.Assertions.tuple("3", "https://example.org/permalink"),
                        org.assertj.core.api.Assertions.tuple("4", ""),
                        org.assertj.core.api.Assertions.tuple("5", ""));
    }

    @Test
    void readsWhatIsNotQuiteXml() {
        String feed = rss(TITLED.formatted("AT&T &nbsp;rose\u0001 5&#1;% &bogus; don\u0092t &amp;lt;b&amp;gt;x"));

        assertThat(articles(read(feed)).getFirst().title()).isEqualTo("AT&T rose 5% &bogus; don’t x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel><title>c</title>ITEM</channel></rss>",
                "<rss version='0.91'><channel><title>c</title>ITEM</channel></rss>",
                "<rss version='2.0' xmlns='http://backend.userland.com/rss2'><channel>ITEM</channel></rss>",
                "<rss version='2.0'><channel><title>c</title></channel>ITEM</rss>",
                "\n\n <?xml version='1.0'?><!-- x --><rss version='2.0'><channel>ITEM</channel></rss><!-- y -->",
                "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/publish/"
                        + "formats/rss-0.91.dtd'><rss version='0.91'><channel>ITEM</channel></rss>",
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                        + " xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel/>ITEM</rdf:RDF>",
            })
    void readsEveryVersionOfRss(String feed) {
        String item = "<item><title>t</title><link>https://example.org/1</link></item>";

        ReceivedArticle article = articles(read(feed.replace("ITEM", item))).getFirst();

        assertThat(article.title()).isEqualTo("t");
        assertThat(article.url()).isEqualTo("https://example.org/1");
    }

    @Test
    void readsAtomOfOldAndWithPrefixes() {
        String old = "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>C</title><entry><title>t</title>"
                + "<link rel='alternate' href='https://example.org/1'/><id>1</id><issued>2004-05-01T10:00:00Z</issued>"
                + "<modified>2005-05-01T10:00:00Z</modified><summary>s</summary></entry></feed>";
        String prefixed = "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>t</a:title><a:link"
                + " href='https://example.org/1'/><a:id>1</a:id><a:updated>2004-05-01T12:00:00+02:00</a:updated>"
                + "<a:summary>s</a:summary></a:entry></a:feed>";

        for (String feed : List.of(old, prefixed)) {
            ReceivedArticle article = articles(read(feed)).getFirst();
            assertThat(article.title() + article.body() + article.url()).isEqualTo("tshttps://example.org/1");
            assertThat(article.published()).isEqualTo(Published.at(Instant.parse("2004-05-01T10:00:00Z")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "enc_bozo_http_text_plain.xml, text/plain, empty_confirmed",
        "enc_http_i18n.xml, application/xml, empty_confirmed",
        "enc_http_text_xml_charset_overrides_encoding.xml, text/xml;charset = us-ascii, empty_confirmed",
        "enc_utf-16le-bom.xml, '', empty_confirmed",
        "enc_utf-8-bom.xml, '', empty_confirmed",
        "enc_demoronize-1.xml, '', loaded",
        "enc_euc-kr-item.xml, '', loaded",
        "odd_dates.json, '', schema_changed",
    })
    void readsFeedparsersCases(String file, String contentType, String outcome) {
        assertThat(outcome(read(file(file), contentType))).isEqualTo(outcome);
    }

    @Test
    void readsTheTextsOfFeedparsersCases() {
        assertThat(articles(read(file("enc_demoronize-1.xml"), "")).getFirst().title())
                .isEqualTo("don’t");
        assertThat(articles(read(file("enc_euc-kr-item.xml"), "")).getFirst().title())
                .isEqualTo("년");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, utf-8, '', é", // as declared
        "windows-1251, windows-1251, '', ж",
        "Shift_JIS, shift_jis, '', 日",
        "GBK, gb2312, '', 中",
        "x-MacRoman, macroman, '', é",
        "IBM037, cp037, '', é",
        "windows-1252, iso-8859-1, '', ’", // what publishers mean by Latin-1
        "windows-1251, utf-8, application/rss+xml; charset=windows-1251, ж", // the header beats the declaration
        "windows-1251, windows-1251, text/xml; charset=utf-8, ж", // unless the bytes are none of its
        "ISO-8859-1, utf-8, '', é", // or the declaration's
        "UTF-8, bogus-8, '', é",
        "UTF-8, utf-16, '', é", // what can be read byte by byte is no UTF-16
        "UTF-16LE, utf-16, '', é", // no mark
        "UTF-16BE, csucs4, '', é",
        "UTF-32LE, utf-32, '', é",
        "UTF-32BE, ucs-4, text/xml; charset=utf-8, é",
    })
    void decodes(String charset, String declared, String contentType, String letter) {
        String feed = rss(TITLED.formatted(letter))
                .replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(declared));

        assertThat(articles(read(feed.getBytes(Charset.forName(charset)), contentType))
                        .getFirst()
                        .title())
                .isEqualTo(letter);
    }

    @Test
    void aByteOrderMarkBeatsHeaderAndDeclaration() {
        String feed = "\uFEFF"
                + rss(TITLED.formatted("é"))
                        .replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>");

        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
            byte[] body = feed.getBytes(Charset.forName(charset));
            assertThat(articles(read(body, "text/xml; charset=iso-8859-1"))
                            .getFirst()
                            .title())
                    .as(charset)
                    .isEqualTo("é");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">",
                "<!ENTITY x SYSTEM \"file:///etc/passwd\">",
                "<!ENTITY % a SYSTEM \"http://127.0.0.1/\"> %a; <!entity\tx 'y'>",
            })
    void refusesEntitiesOfItsOwn(String declarations) {
        String feed = rss(TITLED.formatted("&x;&lol2;")).replace("?><rss", "?><!DOCTYPE r [" + declarations + "]><rss");

        assertThat(outcome(read(feed))).isEqualTo("schema_changed");
        assertThat(detail(read(feed))).contains("entities of its own");
    }

    @Test
    void namesItsBounds() {
        String many = TITLED.formatted("x").repeat(FeedReader.MAX_ITEMS + 1);

        assertThat(detail(read(rss(many)))).contains("2,001 items").contains("at most 2,000");
        assertThat(articles(read(rss(TITLED.formatted("<b>".repeat(5_000) + "x" + "</b>".repeat(5_000)))))
                        .getFirst()
                        .title())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | schema_changed",
                "{\"error\": 1} | schema_changed",
                "<!DOCTYPE html><html><body>Welcome</body></html> | schema_changed",
                "<html><body>Please complete the CAPTCHA</body></html> | blocked",
                "Edge: Too Many Requests | throttled",
                "<rss version='2.0'><channel><title>cut | schema_changed",
                "<rss version='2.0'><channel><title>c</title></channel></rss> | empty_confirmed",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>c</title></feed> | empty_confirmed",
                "<opml version='2.0'><body/></opml> | schema_changed",
                "<rss version='2.0'><channel><item><pubDate>x</pubDate></item></channel></rss> | schema_changed",
            })
    void recognisesWhatIsNoFeedOrHasNothing(String body, String outcome) {
        assertThat(outcome(read(body))).isEqualTo(outcome);
    }

    @Test
    void neverThrowsWhereverAFeedIsCutOrBroken() {
        for (String name : List.of("own_rdf.xml", "own_atom_xhtml.xml", "own_yahoo_like.xml", "enc_utf-16le-bom.xml")) {
            byte[] whole = file(name);
            for (int length = 0; length < whole.length; length += 7) {
                byte[] broken = java.util.Arrays.copyOf(whole, length);
                if (length > 200) {
                    broken[length / 2] = (byte) "<>&]\"\0\u00FF".charAt(length % 7);
                }
                var reading = read(broken, "");
                assertThat(outcome(reading)).isIn("loaded", "schema_changed", "empty_confirmed");
                if (reading instanceof io.lumia.market.provider.web.Reading.NoRows) {
                    assertThat(detail(reading)).as(name + " " + length).doesNotContain("Exception");
                }
            }
        }
    }

    @Test
    void rowsOutsideTheRangeWereNotAskedFor() {
        var context = new io.lumia.market.provider.web.ReadContext(
                "feed",
                "",
                List.of("*"),
                null,
                LocalDate.parse("2026-07-15"),
                LocalDate.parse("2026-07-20"),
                Feeds.RECEIVED);

        var reading = new RssAdapter().read(context, Feeds.response(200, Map.of(), file("own_fed_like.xml")));

        assertThat(articles(reading)).extracting(ReceivedArticle::sourceId).containsExactly("example2");
    }
}
