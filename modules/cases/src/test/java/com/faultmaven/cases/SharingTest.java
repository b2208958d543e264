package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.sharing.Sharing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class SharingTest {

  @LocalServerPort private int port;
  private final String sharer = "sharer-" + UUID.randomUUID();
  private final String colleague = "colleague-" + UUID.randomUUID();
  @Autowired private Sharing sharing;
  @Autowired private TransactionTemplate transaction;
  private Api owner;
  private Api other;
  private String path = "";

  @BeforeEach
  void openACase() {
    owner = Api.on(port).as(sharer);
    other = Api.on(port).as(colleague);
    path = owner.post("/api/v2/cases", "{\"title\":\"shared\"}").is(201).header("Location");
  }

  @Test
  void letsAColleagueIn() {
    other.get(path).is(404);

    Answer shared = share(colleague, "viewer").is(201);

    assertThat(shared.text("/role")).isEqualTo("viewer");
    assertThat(other.get(path).is(200).text("/my_role")).isEqualTo("viewer");
    assertThat(other.get("/api/v2/cases").at("/cases/0/my_role").asString()).isEqualTo("viewer");
    assertThat(other.get("/api/v2/cases?scope=owned").at("/total").asInt()).isZero();
    assertThat(other.get("/api/v2/cases?scope=shared").at("/total").asInt()).isOne();
    assertThat(other.get("/api/v2/cases/facets?scope=shared").at("/total").asInt()).isOne();
    assertThat(other.get("/api/v2/users/" + colleague + "/cases").at("/total").asInt()).isZero();
    assertThat(owner.get(path + "/participants").at("/participants").findValuesAsString("user_id"))
        .containsExactly(colleague);
    assertThat(other.get(path + "/participants").is(200).at("/participants").size()).isOne();
  }

  @Test
  void changesTheRoleOfAParticipant() {
    share(colleague, "viewer").is(201);
    other.patch(path, "{\"title\":\"x\"}").is(403, "PERMISSION_DENIED");

    share(colleague, "collaborator").is(200);

    other.patch(path, "{\"title\":\"x\"}").is(200);
    share(colleague, "collaborator").is(200);
  }

  @Test
  void letsACaseBeTakenAwayByItsOwnerAndGivenUpByAParticipant() {
    share(colleague, "collaborator").is(201);
    owner.delete(path + "/participants/" + colleague).is(204);
    other.get(path).is(404, "CASE_NOT_FOUND");
    owner.delete(path + "/participants/" + colleague).is(404, "PARTICIPANT_NOT_FOUND");

    share(colleague, "viewer").is(201);
    other.delete(path + "/participants/" + colleague).is(204);
    other.delete(path + "/participants/" + colleague).is(404, "CASE_NOT_FOUND");
  }

  @Test
  void isForTheOwnerAlone() {
    share(colleague, "collaborator").is(201);
    share("third", "viewer").is(201);

    other.put(path + "/participants/fourth", "{\"role\":\"viewer\"}").is(403, "PERMISSION_DENIED");
    other.delete(path + "/participants/third").is(403, "PERMISSION_DENIED");
    other.delete(path).is(403, "PERMISSION_DENIED");
    Api.on(port)
        .asSomebody()
        .put(path + "/participants/fourth", "{\"role\":\"viewer\"}")
        .is(404, "CASE_NOT_FOUND");
  }

  @Test
  void refusesWhatCannotBeShared() {
    String self = owner.get(path).text("/user_id");
    assertThat(share(self, "viewer").is(422, "VALIDATION_FAILED").violations())
        .containsExactly("user_id:not_allowed");
    share(colleague, "owner").is(422, "VALIDATION_FAILED");
    owner.put(path + "/participants/" + colleague, "{}").is(422, "VALIDATION_FAILED");
    owner
        .put(path + "/participants/" + "x".repeat(256), "{\"role\":\"viewer\"}")
        .is(422, "VALIDATION_FAILED");
    owner.put(path + "/participants/a%20b", "{\"role\":\"viewer\"}").is(422, "VALIDATION_FAILED");
    assertThat(owner.get(path + "/participants").at("/participants").size()).isZero();
  }

  @Test
  void stopsAtAHundredParticipantsHoweverManyComeAtOnce() {
    for (int i = 0; i < 95; i++) {
      share("participant-" + i, "viewer").is(201);
    }

    List<Answer> answers = Together.run(10, n -> share("late-" + n, "viewer"));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(5)
        .allSatisfy(answer -> answer.is(409, "LIMIT_REACHED"));
    share("participant-3", "collaborator").is(200);
  }

  @Test
  void writesEveryGrantAndRevocationDown() {
    share(colleague, "viewer").is(201);
    share(colleague, "collaborator").is(200);
    share(colleague, "collaborator").is(200);
    other.delete(path + "/participants/" + colleague).is(204);

    List<String> audit =
        JdbcClient.create(TestDatabase.dataSource())
            .sql(
                """
                select action || ' ' || role || case when by_user = user_id then ' by self' else '' end
                from cases.participant_audit where user_id = ? order by entry
                """)
            .param(colleague)
            .query(String.class)
            .list();
    assertThat(audit)
        .containsExactly("granted viewer", "granted collaborator", "revoked collaborator by self");
  }

  @Test
  void takesACaseAwayFromSomebodyItWasGivenToInTheSameTransaction() {
    Caller caller = new Caller(new UserId(sharer), OrganizationId.DEFAULT, null, Set.of());
    CaseId id = CaseId.of(path.substring(path.lastIndexOf('/') + 1));
    transaction.executeWithoutResult(
        _ -> {
          sharing.share(id, new UserId(colleague), CaseRole.VIEWER, caller);
          sharing.unshare(id, new UserId(colleague), caller);
        });

    other.get(path).is(404, "CASE_NOT_FOUND");
  }

  private Answer share(String user, String role) {
    return owner.put(path + "/participants/" + user, "{\"role\":\"" + role + "\"}");
  }
}
