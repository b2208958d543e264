package com.faultmaven.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.web.contract.Operations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables say who is refused; the documents say by which role. */
@IntegrationTest
class OperationRolesTest {

  @Autowired private Operations operations;

  static Stream<Access> ofNoCase() {
    return Access.all().stream().filter(access -> !access.isOfACase());
  }

  @ParameterizedTest
  @MethodSource("ofNoCase")
  void areAskedForWhereTheTablesRefuse(Access access) {
    List<String> roles = rolesOf(access);
    if (access.isDecidedByTheModule()) {
      assertThat(roles).isEmpty();
      return;
    }

    assertThat(roles.isEmpty()).isEqualTo(access.answerTo("user") != 403);
    for (String role : List.of("service", "admin")) {
      assertThat(roles.isEmpty() || roles.contains(role))
          .as(role)
          .isEqualTo(access.answerTo(role) != 403);
    }
  }

  @ParameterizedTest
  @MethodSource("ofNoCase")
  void areAdminBelowAdmin(Access access) {
    if (access.path().contains("/admin/")) {
      assertThat(rolesOf(access)).containsExactly("admin");
    }
  }

  private List<String> rolesOf(Access access) {
    String path = access.path().replaceAll("\\?.*", "");
    return requireNonNull(operations.at(access.method(), path).operation()).roles();
  }
}
