package com.faultmaven.status;

import static com.faultmaven.status.Organization.INCIDENTS;
import static com.faultmaven.status.Organization.SERVICES;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what. */
@ModuleTest
class VisitorsTest {

  private static final String PAGE = "/api/v1/status-page";

  @LocalServerPort private int port;
  @Autowired private ServiceCommands services;
  @Autowired private StatusPages pages;
  private Organization organization;
  private String path = "";

  @BeforeEach
  void addAService() {
    organization = Organization.on(port);
    path = service(organization.operator(), "Payments");
  }

  @ParameterizedTest
  @CsvSource({"operator, 201", "admin, 201", "service, 201", "user, 403"})
  void writeWithARoleThatPublishes(String role, int status) {
    organization.as(role).post(SERVICES, "{\"name\":\"" + role + "\"}").is(status);
  }

  @ParameterizedTest
  @CsvSource({"owner, true", "admin, true", "member, false"})
  void writeAsOwnersAndAdminsOfTheirOrganization(String role, boolean may) {
    Visitor visitor =
        Visitor.named(
            new Caller(
                new UserId("ada"),
                new OrganizationId(organization.name()),
                null,
                Set.of(),
                null,
                role));
    NewService service = new NewService("By " + role, null, null, 0, null);
    boolean done;
    try {
      services.create(service, visitor);
      pages.replace(new PageDescription(null, null, null, null, null), IfMatch.of(null), visitor);
      done = true;
    } catch (Denied denied) {
      done = false;
    }
    assertThat(done).isEqualTo(may);
  }

  @Test
  void readAsMembers() {
    Api member = organization.member();
    member.get(SERVICES).is(200);
    member.get(path).is(200);
    member.get(INCIDENTS).is(200);
    member.get(PAGE).is(200);
    member.patch(path, "{\"position\":1}").is(403, "PERMISSION_DENIED");
    member.delete(path).is(403, "PERMISSION_DENIED");
    member.put(PAGE, "{}").is(403, "PERMISSION_DENIED");
  }

  @Test
  void readWithoutANameWhatIsPublicOnly() {
    for (String address : List.of(SERVICES, path, INCIDENTS, PAGE)) {
      organization.nobody().get(address).is(401, "AUTHENTICATION_REQUIRED");
    }
    assertThat(organization.nobody().get(path).header("WWW-Authenticate")).isEqualTo("Bearer");

    organization.admin().put(PAGE, "{\"public\":true}").is(200);

    for (String address : List.of(SERVICES, path, INCIDENTS, PAGE)) {
      organization.nobody().get(address).is(200);
    }
    organization.nobody().patch(path, "{\"position\":1}").is(401, "AUTHENTICATION_REQUIRED");
    organization
        .nobody()
        .get(INCIDENTS + "?case_id=case_3f9a1c0b7d2e")
        .is(401, "AUTHENTICATION_REQUIRED");
    organization.admin().put(PAGE, "{\"public\":false}").is(200);
    organization.nobody().get(path).is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void readTheDefaultOrganizationWithoutAName() {
    Api.on(port).get(SERVICES).is(200);
    Api.on(port).post(SERVICES, "{\"name\":\"x\"}").is(401, "AUTHENTICATION_REQUIRED");
    Api.on(port).with("X-Organization-ID", "a b").get(SERVICES).is(422, "INVALID_PARAMETER");
  }

  @Test
  void publishWithoutANameInOpenOrganizations() {
    Organization open = Organization.openOn(port);
    String opened = service(open.nobody(), "Payments");
    String trouble = incident(open.nobody(), "low", opened);
    open.nobody().post(trouble + "/updates", "{\"message\":\"m\"}").is(201);
    open.nobody().post(trouble + "/resolve", "{}").is(200);
    open.nobody().delete(opened).is(204);

    open.nobody().delete(trouble).is(401, "AUTHENTICATION_REQUIRED");
    open.nobody().put(PAGE, "{}").is(401, "AUTHENTICATION_REQUIRED");
    open.nobody().get(trouble + "/cases").is(401, "AUTHENTICATION_REQUIRED");
    open.member().patch(trouble, "{\"title\":\"x\"}").is(403, "PERMISSION_DENIED");
  }

  @Test
  void areToldHowThePagePresentsItself() {
    Answer usual = organization.member().get(PAGE).is(200);
    assertThat(usual.text("/name")).isEqualTo("Status");
    assertThat(usual.text("/time_zone")).isEqualTo("UTC");
    assertThat(usual.at("/public").asBoolean()).isFalse();
    assertThat(usual.header("ETag")).isEqualTo("\"0\"");

    Api admin = organization.admin();
    Answer described =
        admin
            .with("If-Match", "\"0\"")
            .put(
                PAGE,
                "{\"name\":\" Acme \",\"time_zone\":\"Europe/Berlin\","
                    + "\"url\":\"https://acme.example\",\"public\":true}")
            .is(200);
    assertThat(described.text("/name")).isEqualTo("Acme");
    assertThat(organization.nobody().get(PAGE).is(200).body()).isEqualTo(described.body());
    admin.with("If-Match", "\"0\"").put(PAGE, "{}").is(412, "VERSION_CONFLICT");
    assertThat(admin.put(PAGE, "{}").is(200).text("/name")).isEqualTo("Status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"time_zone\":\"Mars/Olympus\"} | /time_zone:unknown_value",
        "{\"url\":\"http://acme.example\"} | /url:invalid_format",
        "{\"name\":\" \"} | /name:blank",
      })
  void cannotDescribeThePageLikeThat(String body, String violation) {
    assertThat(organization.admin().put(PAGE, body).is(422, "VALIDATION_FAILED").violations())
        .containsExactly(violation);
  }
}
