package io.lumia.news.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompanyNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Apple Inc. Common Stock | apple",
                "Boeing Company (The) Common Stock | boeing",
                "BP p.l.c. Common Stock | bp",
                "Medtronic plc. Ordinary Shares | medtronic",
                "Alphabet Inc. Class C Capital Stock | alphabet",
                "Alibaba Group Holding Limited American Depositary Shares each representing eight Ordinary share | alibaba",
                "Grainger (W.W.) Inc. | ww grainger",
                "J P Morgan Chase & Co | jp morgan chase",
                "Deere & Co. | deere",
                "Mylan N.V. | mylan",
                "Ambev S.A. American Depositary Shares (Each representing 1 Common Share) | ambev",
                "The AES Corporation Common Stock | aes",
                "AllianceBernstein Holding L.P.  Units | alliancebernstein",
                "Johnson & Johnson | johnson and johnson",
                "Willis Towers Watson Public Limited Company Ordinary Shares | willis towers watson",
                "Inc | inc"
            })
    void stripsWhatPeopleLeaveOut(String registered, String core) {
        assertThat(String.join(" ", CompanyName.parse(registered).core())).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Verizon Communications Inc | verizon",
                "Lockheed Martin Corp | lockheed",
                "W.W. Grainger Inc. | grainger"
            })
    void shortensToWhatNewspapersWrite(String registered, String form) {
        assertThat(CompanyName.parse(registered).shortForms()).containsExactly(form);
    }

    @ParameterizedTest
    @CsvSource({"Wells Fargo", "American Airlines", "General Motors", "Boston Properties", "S&P Global", "Target Corp"})
    void shortensNothingToAWordOfTheLanguage(String registered) {
        assertThat(CompanyName.parse(registered).shortForms()).isEmpty();
    }
}
