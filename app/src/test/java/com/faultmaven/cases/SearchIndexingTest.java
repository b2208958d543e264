package com.faultmaven.cases;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class SearchIndexingTest {

  @LocalServerPort private int port;
  @Autowired private SearchIndexing indexing;
  @Autowired private JdbcClient jdbc;

  @Test
  void makesWhatWasStoredBeforeFound() {
    Api api = Api.on(port).asSomebody();
    String id =
        api.post("/api/v2/cases", "{\"title\":\"OldTitle\",\"initial_message\":\"old words\"}")
            .is(201)
            .text("/case_id");
    jdbc.sql("delete from cases.search_documents where case_id = ?").param(id).update();
    assertThat(found(api, "oldtitle") + found(api, "words")).isZero();
    // all was indexed, and then something was imported
    jdbc.sql("update cases.search_progress set pass = 3").update();
    indexing.indexWhatIsStored();
    jdbc.sql("update cases.search_progress set pass = 1, not_before = now(), total = 1").update();

    // whoever is first: the job of this instance may be
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> {
              indexing.indexWhatIsStored();
              assertThat(found(api, "oldtitle")).isOne();
              assertThat(found(api, "words")).isOne();
            });

    assertThat(jdbc.sql("select pass from cases.search_progress").query(Integer.class).list())
        .isEqualTo(List.of(2, 2));
    assertThat(api.get("/metrics").body())
        .contains("faultmaven_search_indexed{source=\"cases\"} 1.0")
        .contains("faultmaven_search_indexed{source=\"messages\"} 1.0");
  }

  private static int found(Api api, String typed) {
    return api.get("/api/v2/cases?q=" + typed).is(200).at("/total").asInt();
  }
}
