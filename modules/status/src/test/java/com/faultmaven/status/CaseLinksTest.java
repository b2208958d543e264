package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases in which incidents are worked on: nobody learns of one they may not see. */
@ModuleTest
class CaseLinksTest {

  private final String user = "ada-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private LinksOfDeletedCases contents;
  @Autowired private NamesInStatus names;
  private Organization organization;
  private Api ada;
  private Api other;
  private String caseId = "";
  private String path = "";

  @BeforeEach
  void openACase() {
    organization = Organization.on(port);
    ada = organization.nobody().as(user).with("X-User-Roles", "[\"operator\"]");
    other = organization.operator();
    caseId = ada.post("/api/v2/cases", "{}").is(201).text("/case_id");
    path = incident(ada, "high", service(ada, "Payments"));
  }

  @Test
  void areLinkedAndUnlinkedByWhoMaySeeThem() {
    String link = path + "/cases/" + caseId;
    other.put(link).is(404, "CASE_NOT_FOUND");
    ada.put(link).is(204);
    ada.put(link).is(204);

    Answer linked = ada.get(path + "/cases").is(200);
    assertThat(linked.texts("/data", "case_id")).containsExactly(caseId);
    assertThat(other.get(path + "/cases").is(200).at("/data").isEmpty()).isTrue();
    Answer incidents = ada.get("/api/v1/cases/" + caseId + "/incidents").is(200);
    assertThat(incidents.texts("/incidents", "incident_id")).containsExactly(id(path));
    assertThat(incidents.header("Deprecation")).isEmpty();
    other.get("/api/v1/cases/" + caseId + "/incidents").is(404, "CASE_NOT_FOUND");
    assertThat(ada.get(INCIDENTS + "?case_id=" + caseId).is(200).at("/meta/total").asInt())
        .isEqualTo(1);
    other.get(INCIDENTS + "?case_id=" + caseId).is(404, "CASE_NOT_FOUND");

    other.delete(link).is(404, "CASE_NOT_FOUND");
    ada.delete(link).is(204);
    ada.delete(link).is(204);
    assertThat(ada.get(path + "/cases").is(200).at("/data").isEmpty()).isTrue();
  }

  @Test
  void areLinkedFromTheBeginning() {
    String body =
        "{\"title\":\"t\",\"severity\":\"low\",\"service_ids\":%s,\"case_ids\":[\"%s\",\"%2$s\"]}"
            .formatted(ada.get(path).at("/service_ids"), caseId);
    other.post(INCIDENTS, body).is(404, "CASE_NOT_FOUND");
    String opened = ada.post(INCIDENTS, body).is(201).header("Location");
    assertThat(ada.get(opened + "/cases").is(200).texts("/data", "case_id"))
        .containsExactly(caseId);
    ada.post(INCIDENTS, body.replace(caseId, "case_x")).is(404, "CASE_NOT_FOUND");
  }

  @Test
  void areNotThereWhenTheCaseIsGone() {
    ada.put(path + "/cases/" + caseId).is(204);
    assertThat(contents.deleteSome(List.of(new CaseId(caseId)), 10)).isEqualTo(1);
    assertThat(contents.deleteSome(List.of(new CaseId(caseId)), 10)).isZero();
    assertThat(ada.get(path + "/cases").is(200).at("/data").isEmpty()).isTrue();
  }

  @Test
  void nameNobodyWhoseDataIsDeleted() {
    ada.put(path + "/cases/" + caseId).is(204);
    ada.post(path + "/updates", "{\"message\":\"m\"}").is(201);

    int rounds = 0;
    while (names.eraseSome(new UserId(user), 1) == Erasure.SOME) {
      rounds++;
    }

    assertThat(rounds).as("service, incident, update, link").isEqualTo(4);
    assertThat(
            JdbcClient.create(TestDatabase.dataSource())
                .sql(
                    """
                    select (select count(*) from status.services where created_by = :user)
                      + (select count(*) from status.incidents where created_by = :user)
                      + (select count(*) from status.incident_updates where author_id = :user)
                      + (select count(*) from status.incident_cases where linked_by = :user)
                    """)
                .param("user", user)
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(ada.get(path).is(200).texts("/updates", "message")).containsExactly("m");
  }
}
