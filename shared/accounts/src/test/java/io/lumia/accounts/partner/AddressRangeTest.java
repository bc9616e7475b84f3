package io.lumia.accounts.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    /** Each checked with Python's ipaddress. */
    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,      192.0.2.0,               true",
        "192.0.2.0/24,      192.0.2.255,             true",
        "192.0.2.0/24,      192.0.3.0,               false",
        "192.0.2.128/25,    192.0.2.127,             false",
        "192.0.2.128/25,    192.0.2.128,             true",
        "10.32.0.0/11,      10.63.255.255,           true",
        "10.32.0.0/11,      10.64.0.0,               false",
        "198.51.100.7,      198.51.100.7,            true",
        "198.51.100.7,      198.51.100.8,            false",
        "0.0.0.0/0,         203.0.113.9,             true",
        "0.0.0.0/0,         2001:db8::1,             false",
        "2001:db8::/32,     2001:db8:ffff::1,        true",
        "2001:db8::/32,     2001:db9::,              false",
        "2001:db8:8000::/33, 2001:db8:7fff::1,       false",
        "2001:db8:8000::/33, 2001:db8:8000::1,       true",
        "2001:db8::7/128,   2001:0DB8:0:0:0:0:0:7,   true",
        "::/0,              2001:db8::1,             true",
        "::/0,              192.0.2.1,               false",
        "192.0.2.0/24,      ::ffff:192.0.2.9,        true",
        "192.0.2.0/24,      ::ffff:c000:209,         true"
    })
    void holdsWhatBeginsWithItsBits(String range, String address, boolean held) {
        assertThat(AddressRange.parse(range).holds(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/24",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/024",
                "192.0.2.1/24",
                "192.0.2",
                "192.0.2.256",
                "010.0.0.1",
                "0x7f.0.0.1",
                "2130706433",
                "example.org",
                "localhost",
                "2001:db8::/129",
                "2001:db8::1/64",
                "fe80::1%eth0",
                "::ffff:192.0.2.0/120",
                "2001:db8:::1",
                "1:2:3:4:5:6:7:8:9",
                " 192.0.2.1",
                "192.0.2.1 ",
                "[2001:db8::1]",
                "192.0.2.0/24/24"
            })
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text))
                .isInstanceOf(AppException.class)
                .hasMessageStartingWith("addresses is '");
    }

    @Test
    void isWrittenSoThatItReadsBack() {
        AddressRange range = AddressRange.parse("2001:db8::/32");

        assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
        assertThat(AddressRange.parse("192.0.2.7")).hasToString("192.0.2.7/32");
    }
}
