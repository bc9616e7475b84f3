package io.lumia.functions.accountapi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.accountapi.ApiUnderTest;
import io.lumia.functions.accountapi.Examples;
import io.lumia.functions.accountapi.Member;
import io.lumia.platform.http.Admission;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditApiTest {

    private static final String AUDIT = "/api/v1/audit";

    private final ApiUnderTest api = ApiUnderTest.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void showsWhoDidWhatNewestFirst() {
        Member ann = api.member("ann@example.org");
        api.clock().advance(Duration.ofDays(1));
        String key = Examples.key(api, ann);

        Answer all = api.as(ApiUnderTest.admin(ann), "GET", AUDIT, null);
        Answer byOperator = api.as(Admission.OPERATOR, "GET", AUDIT + "?subject=key/" + key, null);

        assertThat(all.column("kind", "data"))
                .containsExactly(
                        "key.issued",
                        "token.signing_key_made",
                        "session.signed_in",
                        "account.verified",
                        "account.registration_requested");
        assertThat(all.at("data", 0, "actor")).isEqualTo("user/" + ann.id());
        assertThat(all.at("data", 0, "previous_hash")).isEqualTo(all.at("data", 1, "hash"));
        assertThat(all.body()).doesNotContain("ann@example.org");
        assertThat(byOperator.column("kind", "data")).containsExactly("key.issued");
        assertThat(kinds("?kind=account.verified")).containsExactly("account.verified");
        assertThat(kinds("?actor=anonymous")).containsExactly("account.registration_requested");
        assertThat(kinds("?start=2015-01-03")).containsExactly("key.issued");
        assertThat(kinds("?end=2015-01-02")).hasSize(4);
        assertThat(kinds("?per_page=1&page=2")).containsExactly("token.signing_key_made");
        assertThat(api.as(Admission.OPERATOR, "GET", AUDIT + "?start=2015-01-03&end=2015-01-02&page=0", null)
                        .refused())
                .isEqualTo(List.of("start", "page"));
        assertThat(api.as(ann, "GET", AUDIT).status()).isEqualTo(403);
    }

    private List<Object> kinds(String query) {
        return api.as(Admission.OPERATOR, "GET", AUDIT + query, null).column("kind", "data");
    }
}
