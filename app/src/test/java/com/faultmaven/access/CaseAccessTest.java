package com.faultmaven.access;

import static com.faultmaven.access.SharedCase.admin;
import static com.faultmaven.access.SharedCase.elsewhere;
import static com.faultmaven.access.SharedCase.service;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every operation on a case, by everybody there is, of the case's organization and of another: who
 * may, who may not, and who never knows. In another organization nobody knows of a case, its owner
 * neither.
 */
@IntegrationTest
class CaseAccessTest {

  @LocalServerPort private int port;
  private SharedCase shared;

  @BeforeEach
  void shareACase() {
    shared = SharedCase.on(port);
  }

  static Stream<Access> ofACase() {
    return Access.all().stream().filter(Access::isOfACase);
  }

  @ParameterizedTest
  @MethodSource("ofACase")
  void isAsTheTablesSay(Access access) {
    // the one who may do most comes last, because a delete leaves nothing for the others
    Api stranger = shared.as("stranger");
    Api foreigner = elsewhere(stranger);
    for (Api absent : List.of(stranger, foreigner, admin(foreigner), service(foreigner))) {
      hides(access.send(absent, "stranger", shared), access, access.answerTo("stranger"));
    }
    for (Api servant : List.of(admin(stranger), service(stranger))) {
      Answer answer = access.send(servant, "stranger", shared);
      if (access.isForServices()) {
        answer.is(access.answerTo("service"));
      } else {
        hides(answer, access, access.answerTo("stranger"));
      }
    }
    for (String who : List.of("owner", "collaborator", "viewer")) {
      Api absent = elsewhere(shared.as(who));
      hides(access.send(absent, who, shared), access, 404);
      hides(access.send(admin(absent), who, shared), access, 404);
    }
    isAnswered(access, "viewer");
    isAnswered(access, "collaborator");
    if (access.answerTo("collaborator") < 300 && access.answerTo("owner") < 300) {
      shared = shared.again();
    }
    isAnswered(access, "owner");
  }

  private void isAnswered(Access access, String who) {
    access.send(shared.as(who), who, shared).is(access.answerTo(who));
  }

  /** What another service had knows no codes in its bodies. */
  private static void hides(Answer answer, Access access, int status) {
    if (Set.of("cases.v1", "cleanapp.v3", "cleanapp.v4").contains(access.document())) {
      answer.is(status);
    } else {
      answer.is(status, "CASE_NOT_FOUND");
    }
  }
}
