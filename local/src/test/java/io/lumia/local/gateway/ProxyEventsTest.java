package io.lumia.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.kernel.AppException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProxyEventsTest {

    @Test
    void decodesTheQueryAndKeepsEveryValueOfAName() {
        APIGatewayProxyRequestEvent event =
                request("/api/v1/assets?symbol=BRK%2EB&q=a+b%20%C3%A9&q=second&empty=&flag");

        assertThat(event.getPath()).isEqualTo("/api/v1/assets");
        assertThat(event.getMultiValueQueryStringParameters())
                .containsEntry("q", List.of("a b é", "second"))
                .containsEntry("symbol", List.of("BRK.B"))
                .containsEntry("empty", List.of(""))
                .containsEntry("flag", List.of(""));
        assertThat(event.getQueryStringParameters()).containsEntry("q", "second");
    }

    @Test
    void leavesThePathAsItWasSent() {
        assertThat(request("/api/v1/assets/A%2FB").getPath()).isEqualTo("/api/v1/assets/A%2FB");
    }

    @Test
    void refusesAQueryThatIsNoUtf8() {
        assertThatThrownBy(() -> request("/api/v1/assets?q=%FF"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void carriesABodyOfAnyBytes() {
        byte[] body = {0, (byte) 0xFF, 'a'};

        APIGatewayProxyRequestEvent event =
                ProxyEvents.request("r", "POST", URI.create("/x"), Map.of(), body, "127.0.0.1");

        assertThat(event.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(event.getBody())).isEqualTo(body);
    }

    @Test
    void aRequestWithoutBodyHasNone() {
        assertThat(request("/x").getBody()).isNull();
    }

    @Test
    void readsBothKindsOfAnswerBodies() {
        String base64 = Base64.getEncoder().encodeToString("é".getBytes(StandardCharsets.UTF_8));

        assertThat(ProxyEvents.body(
                        new APIGatewayProxyResponseEvent().withBody(base64).withIsBase64Encoded(true)))
                .isEqualTo("é".getBytes(StandardCharsets.UTF_8));
        assertThat(ProxyEvents.body(new APIGatewayProxyResponseEvent().withBody("é")))
                .isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void severalValuesOfAHeaderWinOverTheOne() {
        APIGatewayProxyResponseEvent response = new APIGatewayProxyResponseEvent()
                .withHeaders(Map.of("etag", "one", "Vary", "Accept"))
                .withMultiValueHeaders(Map.of("ETag", List.of("one", "two")));

        assertThat(ProxyEvents.headers(response))
                .containsEntry("ETAG", List.of("one", "two"))
                .containsEntry("vary", List.of("Accept"));
    }

    private static APIGatewayProxyRequestEvent request(String uri) {
        return ProxyEvents.request("request-1", "GET", URI.create(uri), Map.of(), new byte[0], "127.0.0.1");
    }
}
