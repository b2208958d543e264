package com.faultmaven.reports;

import static com.faultmaven.reports.Organization.REPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.reports.events.ReportSubmittedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@ModuleTest
class IngestionTest {

  private static final String BULK = REPORTS + "/bulk";
  private static final String IMPORT = REPORTS + "/import";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private SqlWatch sql;
  private Organization acme;
  private Api service;
  private Api admin;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    service = acme.service();
    admin = acme.admin();
  }

  @Test
  void storesWhatIsRightAndSaysWhatIsWrong() {
    service.post(REPORTS, "{\"external_id\":\"old\"}").is(201);
    Answer taken =
        service
            .post(
                BULK,
                """
                {"reports": [
                  {"external_id": "old"}, {"external_id": "new"}, {"external_id": "new"},
                  {"analyses": [{"severity": 2}], "colour": 1}, {"reported_at": "9999-01-01T00:00:00Z"},
                  {"analyses": [{"title": "t"}, {"language": "EN"}]}, {},
                  {"metadata": {"a": ["b\\u0000"]}}, {"description": "\\ud800"}, null, 7, "\\u0000", []]}
                """)
            .is(207);

    assertThat(taken.texts("/results", "status"))
        .containsExactly(
            "existing",
            "created",
            "existing",
            "rejected",
            "rejected",
            "rejected",
            "created",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected",
            "rejected");
    assertThat(taken.text("/results/1/report_id")).isEqualTo(taken.text("/results/2/report_id"));
    assertThat(taken.texts("/results/3/errors", "pointer"))
        .containsExactlyInAnyOrder("/analyses/0/severity", "/colour");
    assertThat(taken.texts("/results/4/errors", "code")).containsExactly("out_of_range");
    assertThat(taken.texts("/results/5/errors", "pointer")).containsExactly("/analyses/1/language");
    assertThat(taken.texts("/results/7/errors", "pointer")).containsExactly("/metadata/a/0");
    assertThat(taken.texts("/results/8/errors", "code")).containsExactly("invalid_characters");
    assertThat(taken.at("/created").asInt()).isEqualTo(2);
    assertThat(taken.at("/existing").asInt()).isEqualTo(2);
    assertThat(taken.texts("/results/9/errors", "code")).containsExactly("wrong_type");
    assertThat(taken.at("/rejected").asInt()).isEqualTo(9);
    assertThat(service.get(REPORTS).at("/total").asInt()).isEqualTo(3);
  }

  @Test
  void takesFiveHundredInAFewStatements() {
    String one =
        """
        {"external_id": "n%s", "location": {"type": "Point", "coordinates": [8.3, 47.05]},
         "description": "Roof tiles hang loose above the entrance of the market hall.",
         "analyses": [{"title": "Loose tiles", "summary": "They hang loose.", "severity": 0.8},
           {"language": "de", "title": "Lose Ziegel", "summary": "Sie sind lose."}]}
        """;
    try (RecordedEvents events = RecordedEvents.of(context)) {
      Answer taken = service.post(BULK, reports(500, one)).is(207);

      assertThat(taken.at("/created").asInt()).isEqualTo(500);
      assertThat(events.ofType(ReportSubmittedV1.class)).hasSize(500);
      assertThat(sql.statementsOf(taken.header("X-Correlation-ID"))).hasSizeLessThanOrEqualTo(5);
      List<Integer> numbers = new ArrayList<>();
      taken.at("/results").forEach(it -> numbers.add(it.path("seq").asInt()));
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }
    Answer again = service.post(BULK, reports(500, one)).is(207);
    assertThat(again.at("/existing").asInt()).isEqualTo(500);
    assertThat(service.post(BULK, reports(501, "{}")).is(422).violations())
        .contains("/reports:too_many");
  }

  @Test
  void takesTheSameFromManyAtOnceInWhateverOrder() {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      names.add("{\"external_id\":\"n" + n + "\"}");
    }
    List<Answer> answers =
        Together.run(
            6,
            turn -> {
              List<String> turned = new ArrayList<>(names);
              Collections.shuffle(turned, new Random(turn));
              return service.post(BULK, "{\"reports\":[" + String.join(",", turned) + "]}");
            });
    assertThat(answers).allMatch(it -> it.status() == 207);
    assertThat(answers.stream().mapToInt(it -> it.at("/created").asInt()).sum()).isEqualTo(50);
  }

  @Test
  void isForServicesAndAdmins() {
    acme.member().post(BULK, "{\"reports\":[{}]}").is(403, "PERMISSION_DENIED");
    service.post(IMPORT, "{\"reports\":[{}]}").is(403, "PERMISSION_DENIED");
    assertThat(
            service.post(BULK, "{\"reports\":[{\"seq\":7}]}").is(207).texts("/results", "status"))
        .as("numbers are for imports")
        .containsExactly("rejected");
  }

  @Test
  void keepsNumbersAndGoesOnAboveThem() {
    int last = admin.post(REPORTS, "{}").is(201).at("/seq").asInt();
    String report =
        """
        {"seq": %s, "report_id": "rep_%s", "status": "resolved", "reporter_id": "carl",
         "created_at": "2020-01-02T03:04:05Z", "description": "d"}
        """;
    String id = String.format(Locale.ROOT, "%016x", System.nanoTime());
    String sent = report.formatted(last + 50, id);
    Answer imported = admin.post(IMPORT, "{\"reports\":[" + sent + "," + sent + ",{}]}").is(207);

    assertThat(imported.texts("/results", "status"))
        .containsExactly("created", "rejected", "created");
    assertThat(imported.texts("/results/1/errors", "code")).containsExactly("taken");
    assertThat(imported.at("/results/0/seq").asInt()).isEqualTo(last + 50);
    assertThat(imported.at("/results/2/seq").asInt()).isGreaterThan(last + 50);
    Answer read = admin.get(REPORTS + "/rep_" + id).is(200);
    assertThat(read.text("/status")).isEqualTo("resolved");
    assertThat(read.text("/reporter_id")).isEqualTo("carl");
    assertThat(read.text("/created_at")).isEqualTo("2020-01-02T03:04:05Z");
    assertThat(read.text("/reported_at")).isEqualTo("2020-01-02T03:04:05Z");
    assertThat(admin.post(REPORTS, "{}").is(201).at("/seq").asInt()).isGreaterThan(last + 50);
    assertThat(
            admin
                .post(IMPORT, "{\"reports\":[" + sent + "]}")
                .is(207)
                .texts("/results/0/errors", "code"))
        .as("under a number and an id of another report")
        .containsExactly("taken");
  }

  @Test
  void saysWhatIsWrongWithWhatIsBrought() {
    Answer imported =
        admin
            .post(
                IMPORT,
                """
                {"reports": [{"seq": 0, "report_id": "x", "status": "open", "reporter_id": "a b",
                  "created_at": "yesterday"}, {"seq": 2147483648}, {"seq": "7"}, null,
                  {"created_at": "2999-01-01T00:00:00Z"}]}
                """)
            .is(207);
    assertThat(imported.texts("/results/0/errors", "pointer"))
        .containsExactly("/seq", "/report_id", "/status", "/reporter_id", "/created_at");
    assertThat(imported.texts("/results/4/errors", "pointer")).containsExactly("/created_at");
    assertThat(imported.at("/rejected").asInt()).isEqualTo(5);
  }

  private static String reports(int count, String one) {
    List<String> all = new ArrayList<>(Collections.nCopies(count, one));
    for (int index = 0; index < count; index++) {
      all.set(index, one.contains("%s") ? one.formatted(index) : one);
    }
    return "{\"reports\":[" + String.join(",", all) + "]}";
  }
}
