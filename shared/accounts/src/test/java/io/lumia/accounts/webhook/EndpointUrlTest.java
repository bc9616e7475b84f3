package io.lumia.accounts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://hooks.example/lumia?x=1", "HTTPS://hooks.example:8443/", "https://[2606:2800::1]/a"})
    void takesWebAddresses(String text) {
        assertThat(EndpointUrl.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example/lumia",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "gopher://hooks.example/",
                "https:///path",
                "https://hooks.example/#fragment",
                "https://hooks.example/a b",
                "https://hooks.example/\u00e9",
                "https://exa mple/",
                "javascript:alert(1)"
            })
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> EndpointUrl.parse(text))
                .isInstanceOf(AppException.class)
                .hasMessageStartingWith("url is '");
    }

    @Test
    void doesNotShowThePasswordOfAUser() {
        assertThatThrownBy(() -> EndpointUrl.parse("https://ann:hunter2@hooks.example/"))
                .isInstanceOf(AppException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void nobodySubscribesToTests() {
        EndpointUrl url = EndpointUrl.parse("https://hooks.example/");

        assertThatThrownBy(() -> new EndpointWish(url, "", Set.of(WebhookEventType.TEST)))
                .hasMessageStartingWith("types");
        assertThatThrownBy(() -> new EndpointWish(url, "", Set.of())).hasMessageStartingWith("types");
        assertThatThrownBy(() -> new EndpointWish(url, "two\nlines", WebhookEventType.OFFERED))
                .hasMessageStartingWith("description");
    }
}
