package com.faultmaven.reports;

import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.REPORTS;
import static com.faultmaven.reports.Organization.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class NamesInReportsTest {

  private final String leaver = "leaver-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private NamesInReports names;

  @Test
  void areForgottenAndWhatWasReportedStays() {
    Organization acme = Organization.on(port);
    Api user = acme.member(leaver);
    String report = path(user.post(REPORTS, "{}").is(201));
    user.post(REPORTS, "{}").is(201);
    String other = path(acme.member("stayer").post(REPORTS, "{}").is(201));
    String cluster =
        user.post(CLUSTERS, "{\"near\":{\"point\":{\"type\":\"Point\",\"coordinates\":[0,0]}}}")
            .is(201)
            .header("Location");

    for (int batch = 0; batch < 3; batch++) {
      assertThat(names.eraseSome(new UserId(leaver), 1)).isEqualTo(Erasure.SOME);
    }
    assertThat(names.eraseSome(new UserId(leaver), 1)).isEqualTo(Erasure.NOTHING_LEFT);
    assertThat(acme.member().get(report).is(200).at("/reporter_id").isNull()).isTrue();
    assertThat(acme.member().get(cluster).is(200).at("/created_by").isNull()).isTrue();
    assertThat(acme.member().get(other).text("/reporter_id")).isEqualTo("stayer");
  }
}
