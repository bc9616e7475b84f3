package io.lumia.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final UserId ANN = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000001"));

    @Test
    void eachRoleMayWhatTheLesserMayAndMore() {
        assertThat(Role.USER.scopes()).containsAll(Scope.ANONYMOUS);
        assertThat(Role.ADVISOR.scopes())
                .containsAll(Role.USER.scopes())
                .hasSizeGreaterThan(Role.USER.scopes().size());
        assertThat(Role.ADMIN.scopes()).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Scope.class));
    }

    @Test
    void onlyAnAdminManagesPeopleAndReadsTheAuditTrail() {
        for (Scope scope : Set.of(Scope.USERS_MANAGE, Scope.AUDIT_READ, Scope.COLLECTION_WRITE)) {
            assertThat(Role.USER.scopes()).doesNotContain(scope);
            assertThat(Role.ADVISOR.scopes()).doesNotContain(scope);
        }
    }

    @Test
    void theDocumentedTableIsWhatTheCodeSays() throws IOException {
        List<List<String>> documented = Files.readAllLines(Path.of("../../docs/accounts.md")).stream()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .filter(cells -> cells.size() == 7 && cells.get(1).startsWith("`"))
                .map(cells -> List.of(cells.get(1), cells.get(3), cells.get(4), cells.get(5), cells.get(6)))
                .toList();

        List<List<String>> coded = Arrays.stream(Scope.values())
                .map(scope -> List.of(
                        "`" + scope.code() + "`",
                        cell(Scope.ANONYMOUS, scope),
                        cell(Role.USER.scopes(), scope),
                        cell(Role.ADVISOR.scopes(), scope),
                        cell(Role.ADMIN.scopes(), scope)))
                .toList();
        assertThat(documented).isEqualTo(coded);
    }

    private static String cell(Set<Scope> allowed, Scope scope) {
        return allowed.contains(scope) ? "yes" : "";
    }

    @Test
    void codesAreReadBack() {
        for (Scope scope : Scope.values()) {
            assertThat(Scope.find(scope.code())).contains(scope);
        }
        for (Role role : Role.values()) {
            assertThat(Role.find(role.code())).contains(role);
        }
        assertThat(Role.find("ADMIN")).isEmpty();
        assertThat(Scope.find("MARKET_READ")).isEmpty();
    }

    @Test
    void aTokenNeverAllowsMoreThanTheRoleDoes() {
        Caller caller =
                new Caller(ANN, null, Role.USER, Plan.STANDARD, EnumSet.allOf(Scope.class), "https://id.example.org");

        assertThat(caller.scopes()).isEqualTo(Role.USER.scopes());
        Principal principal =
                new Principal(Principal.Kind.PERSON, ANN.toString(), caller.role(), caller.scopes(), null);
        principal.require(Scope.PROFILE_READ);
        assertThatThrownBy(() -> principal.require(Scope.USERS_MANAGE))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
                .hasMessageContaining("users:manage");
    }
}
