package com.faultmaven.reports.clusters;

import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.REPORTS;
import static com.faultmaven.reports.Organization.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.reports.Organization;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ModuleTest
class ClustersTest {

  private static final String HERE =
      "\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[8.3,47.05]},\"radius_m\":500}";

  @LocalServerPort private int port;
  private Organization acme;
  private Api ada;

  @BeforeEach
  void connect() {
    acme = Organization.on(port);
    ada = acme.member("ada");
  }

  @Test
  void keepWhatWasComputed() {
    String one = report(ada, 8.3, 47.05, "Loose roof tiles over the market hall entrance");
    String two = report(ada, 8.3, 47.05, "Market hall: tiles falling from roof");
    Answer saved =
        ada.post(CLUSTERS, "{\"name\":\"Market hall\",\"summary\":\"s\"," + HERE + "}").is(201);

    assertThat(saved.text("/cluster_id")).matches("clst_[0-9a-f]{16}");
    assertThat(texts(saved, "/report_ids")).containsExactly(two, one);
    assertThat(texts(saved, "/hypotheses/0/report_ids")).containsExactlyInAnyOrder(one, two);
    assertThat(saved.text("/created_by")).isEqualTo("ada");
    Answer read = acme.member().get(saved.header("Location")).is(200);
    assertThat(read.json()).isEqualTo(saved.json());
    assertThat(acme.member().get(CLUSTERS).is(200).at("/clusters/0")).isEqualTo(saved.json());
    Organization.on(port).admin().get(saved.header("Location")).is(404, "CLUSTER_NOT_FOUND");
    ada.get(CLUSTERS + "/clst_1").is(404, "CLUSTER_NOT_FOUND");
    ada.post(CLUSTERS, "{\"stats\":{}," + HERE + "}").is(422, "VALIDATION_FAILED");
  }

  @Test
  void sayWhatIsDifferentWhenTheyAreComputedAnew() {
    String stays = report(ada, 8.3, 47.05, "stays");
    String goes = report(ada, 8.3, 47.05, "goes");
    String path = ada.post(CLUSTERS, "{" + HERE + "}").is(201).header("Location");
    String comes = report(ada, 8.3, 47.05, "comes");
    ada.patch(REPORTS + "/" + goes, "{\"status\":\"resolved\"}").is(200);

    acme.member().post(path + "/refresh", "").is(403, "PERMISSION_DENIED");
    ada.with("If-Match", "\"9\"").post(path + "/refresh", "").is(412);
    Answer refreshed = ada.post(path + "/refresh", "").is(200);
    assertThat(texts(refreshed, "/report_ids")).containsExactly(comes, stays);
    assertThat(texts(refreshed, "/added")).containsExactly(comes);
    assertThat(texts(refreshed, "/removed")).containsExactly(goes);
    assertThat(refreshed.header("ETag")).isEqualTo("\"2\"");
    assertThat(texts(ada.get(path), "/report_ids")).containsExactly(comes, stays);
    assertThat(acme.admin().post(path + "/refresh", "").is(200).at("/added").size()).isZero();
  }

  @Test
  void areRefreshedAmongWhatIsLeftOfNamedReports() {
    String one = report(ada, 8.3, 47.05, "one");
    String two = report(ada, 8.3, 47.05, "two");
    String path =
        ada.post(CLUSTERS, "{\"report_ids\":[\"" + one + "\",\"" + two + "\"]}")
            .is(201)
            .header("Location");
    ada.delete(REPORTS + "/" + one).is(204);

    assertThat(texts(ada.get(path).is(200), "/report_ids")).containsExactly(two);
    assertThat(texts(ada.post(path + "/refresh", "").is(200), "/report_ids")).containsExactly(two);
  }

  @Test
  void areComputedAnewByOneAtATime() {
    report(ada, 8.3, 47.05, "one");
    String path = ada.post(CLUSTERS, "{" + HERE + "}").is(201).header("Location");

    List<Answer> answers = Together.run(4, _ -> ada.post(path + "/refresh", ""));
    long done = answers.stream().filter(it -> it.status() == 200).count();
    assertThat(answers).allMatch(it -> it.status() == 200 || it.status() == 412);
    assertThat(done).isPositive();
    assertThat(ada.get(path).is(200).at("/version").asLong()).isEqualTo(1 + done);
  }

  @Test
  void goWithWhoeverKeepsThem() {
    String path = ada.post(CLUSTERS, "{" + HERE + "}").is(201).header("Location");
    acme.member().delete(path).is(403, "PERMISSION_DENIED");
    ada.delete(path).is(204);
    ada.delete(path).is(404, "CLUSTER_NOT_FOUND");
  }

  @Test
  void areListedPageByPage() {
    for (int n = 0; n < 3; n++) {
      ada.post(CLUSTERS, "{\"name\":\"n" + n + "\"," + HERE + "}").is(201);
    }
    Answer first = ada.get(CLUSTERS + "?limit=2").is(200);
    assertThat(first.texts("/clusters", "name")).containsExactly("n2", "n1");
    assertThat(first.at("/total").asInt()).isEqualTo(3);
    Answer second = ada.get(CLUSTERS + "?limit=2&cursor=" + first.text("/next_cursor")).is(200);
    assertThat(second.texts("/clusters", "name")).containsExactly("n0");
    assertThat(second.at("/next_cursor").isMissingNode()).isTrue();
  }

  private static List<String> texts(Answer answer, String array) {
    return answer.at(array).valueStream().map(JsonNode::asString).toList();
  }
}
