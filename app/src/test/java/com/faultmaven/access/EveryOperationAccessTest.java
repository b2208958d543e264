package com.faultmaven.access;

import static com.faultmaven.access.SharedCase.admin;
import static com.faultmaven.access.SharedCase.elsewhere;
import static com.faultmaven.access.SharedCase.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Operations;
import com.faultmaven.testing.Operations.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every operation that is about no case, by every role; and that the tables leave out none. */
@IntegrationTest
class EveryOperationAccessTest {

  @LocalServerPort private int port;
  private SharedCase shared;

  @BeforeEach
  void shareACase() {
    shared = SharedCase.on(port);
  }

  static Stream<Access> ofNoCase() {
    return Access.all().stream().filter(access -> !access.isOfACase());
  }

  static Stream<String> documents() {
    return Operations.documents().stream();
  }

  @ParameterizedTest
  @MethodSource("ofNoCase")
  void isAsTheTablesSay(Access access) {
    Api owner = shared.as("owner");
    Api stranger = shared.as("stranger");

    for (Api user : List.of(owner, stranger, elsewhere(stranger))) {
      isAnswered(access, user, "user");
    }
    for (Api api : List.of(stranger, elsewhere(stranger))) {
      isAnswered(access, service(api), "service");
      isAnswered(access, admin(api), "admin");
    }
  }

  private void isAnswered(Access access, Api caller, String role) {
    int status = access.answerTo(role);
    Answer answer = access.send(caller, role, shared).is(status);
    if (status == 403) {
      answer.is(403, "PERMISSION_DENIED");
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void leavesOutNoOperation(String document) {
    assertThat(Access.of(document))
        .extracting(Access::operation)
        .hasSameElementsAs(Operations.of(document).stream().map(Operation::id).toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void saysOfWhatNeedsARoleHowFarItReaches(String document) {
    Set<String> needingARole =
        Access.of(document).stream()
            .filter(access -> !access.isOfACase() && !access.isDecidedByTheModule())
            .filter(access -> access.answerTo("user") == 403)
            .map(Access::operation)
            .collect(Collectors.toSet());

    for (Operation operation : Operations.of(document)) {
      assertThat(saysHowFarItReaches(operation))
          .as(operation.id())
          .isEqualTo(needingARole.contains(operation.id()));
    }
  }

  private static boolean saysHowFarItReaches(Operation operation) {
    String description = operation.description().replaceAll("\\s+", " ");
    return description.contains("across all organizations")
        || description.contains("in the organization they act for");
  }
}
