package com.faultmaven.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.IntegrationTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page at /docs, as somebody sees it whose machine reaches nothing but the service. */
@IntegrationTest
class ReferenceInABrowserTest {

  private static Browser browser;

  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    browser = Browser.offline();
  }

  @AfterAll
  static void quit() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "v2, Open a case, /api/v2/cases",
    "v1, Set the status of a case, /api/v1/cases/{case_id}/status",
    "events, Case created, case.created.v2"
  })
  void showsTheContractAndAsksNobodyElse(String document, String summary, String detail) {
    browser.open("http://localhost:" + port + "/docs?api=" + document);
    browser.awaitText(summary);
    browser.awaitText(detail);

    assertThat(browser.hostsAsked()).containsOnly("localhost:" + port);
    assertThat(browser.complaints()).isEmpty();
  }
}
