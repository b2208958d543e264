package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory of an organization, and who it suggests. */
class ContactsTest extends OnAMailServer {

  private static final String CONTACTS = "/api/v1/escalation-contacts";

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @Autowired private NamesInEscalations names;

  @Test
  void isKeptByAdministratorsOfTheOrganization() {
    Answer added = add("City Works", "duty", square(0, 0, 2), "").is(201);
    String path = added.header("Location");
    assertThat(added.text("/role_type")).isEqualTo("contact");
    assertThat(added.at("/consent").asBoolean()).isTrue();
    assertThat(added.at("/area/coordinates/0").size()).isEqualTo(5);

    Answer changed =
        admin()
            .with("If-Match", added.header("ETag"))
            .patch(path, "{\"area\":null,\"consent\":false,\"classifications\":[\"physical\"]}")
            .is(200);
    assertThat(changed.at("/area").isNull()).isTrue();
    admin().with("If-Match", added.header("ETag")).patch(path, "{}").is(412);
    admin().patch(path, "{\"organization_name\":null}").is(422);
    assertThat(admin().get(CONTACTS).is(200).at("/total").asInt()).isEqualTo(1);

    api().get(path).is(403, "PERMISSION_DENIED");
    admin().instead("X-Organization-ID", "other-" + word).get(path).is(404, "CONTACT_NOT_FOUND");
    admin().delete(path).is(204);
    admin().get(path).is(404, "CONTACT_NOT_FOUND");
  }

  @Test
  void isSuggestedWhereItIsResponsible() {
    add("B Works", "b", square(0, 0, 2), "").is(201);
    add("A Works", "a", "null", "").is(201);
    add("C Works", "c", square(10, 10, 1), "").is(201);
    add("D Works", "d", square(0, 0, 2), ",\"consent\":false").is(201);
    add("E Works", "e", square(1, 1, 1), ",\"classifications\":[\"digital\"]").is(201);
    add("F Works", "B", square(1, 1, 1), "").is(201);
    // its box meets the place, and it does not
    add("G Works", "g", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]]]}", "")
        .is(201);

    String place = square(1, 1.5, 0.25);
    String json = "{\"geometry\":%s,\"classification\":\"physical\"}".formatted(place);
    Answer suggested = api().post("/api/v1/escalation-targets/suggest", json).is(200);
    assertThat(suggested.texts("/targets", "email")).containsExactly(address("a"), address("b"));
    assertThat(suggested.text("/targets/0/source")).isEqualTo("area_contact");

    addTarget("a");
    String about = "{\"case_id\":\"%s\",\"geometry\":%s,\"limit\":1}".formatted(caseId(), place);
    assertThat(
            api()
                .post("/api/v1/escalation-targets/suggest", about)
                .is(200)
                .texts("/targets", "email"))
        .containsExactly(address("b"));
    as("eve").post("/api/v1/escalation-targets/suggest", about).is(404, "CASE_NOT_FOUND");
    api().post("/api/v1/escalation-targets/suggest", "{}").is(422, "VALIDATION_FAILED");
  }

  /** The index finds the few of a place among many. */
  @Test
  void isFoundByItsBox() {
    database
        .sql(
            """
            insert into escalations.contacts (contact_id, organization_id, organization_name,
              role_type, phone, bounds, classifications, consent, created_at, version)
            select 'con_' || substr(md5(:org || n), 1, 16), :org || n % 50, 'x', 'contact', '1',
              box(point(n % 180, n % 90), point(n % 180 + 1, n % 90 + 1)), '{}', true, now(), 1
            from generate_series(1, 20000) n
            """)
        .param("org", organization)
        .update();
    database.sql("analyze escalations.contacts").update();
    String plan =
        String.join(
            "\n",
            database
                .sql(
                    """
                    explain select * from escalations.contacts
                    where organization_id = ? and consent
                      and (bounds is null or bounds && '(2,2),(1,1)'::box)
                    """)
                .param(organization + 7)
                .query(String.class)
                .list());
    assertThat(plan).contains("Index").doesNotContain("Seq Scan");
    database
        .sql("delete from escalations.contacts where starts_with(organization_id, ?)")
        .param(organization)
        .update();
  }

  @Test
  void keepsTheGeometryOfAFeature() {
    String area = square(1, 1, 1);
    Answer feature =
        add("City Works", "duty", "{\"type\":\"Feature\",\"geometry\":%s}".formatted(area), "")
            .is(201);
    Answer plain = add("City Works", "other", area, "").is(201);
    assertThat(feature.json().get("area")).isEqualTo(plain.json().get("area"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Point\",\"coordinates\":[1,2]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,91],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[\"1\",0],[1,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[170,0],[-170,0],[-170,1],[170,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[1]}",
        "{}",
      })
  void isForAnAreaThatIsOne(String area) {
    Answer refused = add("City Works", "x", area, "").is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).singleElement().asString().startsWith("/area:");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"organization_name\":\"x\"}', ''",
    "'{\"organization_name\":\" \",\"phone\":\"1\"}', /organization_name",
    "'{\"organization_name\":\"x\",\"email\":\"a@b\"}', /email",
    "'{\"organization_name\":\"x\",\"phone\":\"1\",\"classifications\":[\"Big\"]}', /classifications/0",
  })
  void isHeldToTheContract(String json, String place) {
    Answer refused = admin().post(CONTACTS, json).is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).singleElement().asString().startsWith(place + ":");
  }

  @Test
  void forgetsWhoAddedIt() {
    add("City Works", "duty", "null", "").is(201);
    UserId root = new UserId("root-" + word);
    assertThat(names.eraseSome(root, 5)).isEqualTo(Erasure.SOME);
    assertThat(names.eraseSome(root, 5)).isEqualTo(Erasure.NOTHING_LEFT);
  }

  private Answer add(String name, String mailbox, String area, String more) {
    return admin()
        .post(
            CONTACTS,
            "{\"organization_name\":\"%s\",\"email\":\"%s\",\"area\":%s%s}"
                .formatted(name, address(mailbox), area, more));
  }

  private static String square(double east, double north, double side) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]}"
        .formatted(east, north, east + side, north + side);
  }

  private Api admin() {
    return as("root").with("X-User-Roles", "admin");
  }
}
