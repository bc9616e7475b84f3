package io.lumia.accounts.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void countsAnIpv6NetworkAndAnIpv4Address() {
        assertThat(Throttle.network("2001:db8:1:2::1")).isEqualTo(Throttle.network("2001:db8:1:2:ffff:0:0:9"));
        assertThat(Throttle.network("2001:db8:1:2::1")).isNotEqualTo(Throttle.network("2001:db8:1:3::1"));
        assertThat(Throttle.network("192.0.2.1")).isNotEqualTo(Throttle.network("192.0.2.2"));
        assertThat(Throttle.network("::ffff:192.0.2.1")).isEqualTo(Throttle.network("192.0.2.1"));
    }

    @Test
    void whatIsNoAddressIsCountedAsItIs() {
        assertThat(Throttle.network("embedded")).isEqualTo("embedded");
    }
}
