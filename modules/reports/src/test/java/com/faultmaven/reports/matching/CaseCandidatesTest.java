package com.faultmaven.reports.matching;

import static com.faultmaven.reports.Cases.merge;
import static com.faultmaven.reports.Cases.opened;
import static com.faultmaven.reports.Cases.openedFrom;
import static com.faultmaven.reports.Cases.share;
import static com.faultmaven.reports.Organization.CLUSTERS;
import static com.faultmaven.reports.Organization.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.reports.Organization;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cases that seem to be about the same as a scope. */
@ModuleTest
class CaseCandidatesTest {

  @LocalServerPort private int port;

  @Test
  void areThoseNearbyThatTheCallerMayRead() {
    Organization acme = Organization.on(port);
    Api ada = acme.member("ada");
    String first = report(ada, 8.3, 47.05, "Loose tiles above the market hall");
    String second = report(ada, 8.3001, 47.05, "Loose tiles above the market hall");
    String id = openedFrom(ada, first).text("/case_id");
    openedFrom(ada, report(ada, 9.3, 47.05, "Loose tiles above the market hall"));
    openedFrom(acme.member("mallory"), second);

    Answer found = analyzed(ada);

    assertThat(found.texts("/matches", "case_id")).containsExactly(id);
    assertThat(found.at("/matches/0/shared_reports").asInt()).isOne();
    assertThat(found.text("/matches/0/title")).isEqualTo("Roof");
    assertThat(found.at("/matches/0/score").asDouble()).isGreaterThan(0.35);
    assertThat(analyzed(acme.member("grace")).at("/matches").isEmpty()).isTrue();
    share(ada, id, "grace", "viewer");
    assertThat(analyzed(acme.member("grace")).texts("/matches", "case_id")).containsExactly(id);

    merge(ada, opened(ada), id).is(200);
    assertThat(analyzed(ada).at("/matches").isEmpty()).isTrue();
  }

  private static Answer analyzed(Api who) {
    return who.post(
            CLUSTERS + "/analyze",
            "{\"near\": {\"point\": {\"type\": \"Point\", \"coordinates\": [8.3, 47.05]}}}")
        .is(200);
  }
}
