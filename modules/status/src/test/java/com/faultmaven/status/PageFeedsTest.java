package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What feed readers get, and those who look at the badge. */
@ModuleTest
class PageFeedsTest {

  @LocalServerPort private int port;
  private Api operator;
  private Api anybody;
  private String page = "";

  @BeforeEach
  void publish() {
    Organization organization = Organization.on(port);
    operator = organization.operator();
    anybody = Api.on(port);
    page = "/status/o/" + organization.name();
    organization.admin().put("/api/v1/status-page", "{\"name\":\"Acme\",\"public\":true}").is(200);
  }

  @ParameterizedTest
  @CsvSource({"/history.atom, application/atom+xml", "/history.rss, application/rss+xml"})
  void tellTheWholeStoryOfWhatChangedLast(String address, String type) throws FeedException {
    String search = service(operator, "Search");
    String first = incident(operator, "low", search);
    String second = incident(operator, "high", search);
    assertThat(titles(address)).hasSize(2);
    JdbcClient.create(TestDatabase.dataSource())
        .sql("update status.incidents set updated_at = updated_at - interval '1 hour' where id = ?")
        .param(UUID.fromString(id(first)))
        .update();
    SyndEntry before = entry(address, first);

    operator.post(first + "/updates", "{\"message\":\"We *know* & fix < it\"}").is(201);
    operator.post(first + "/resolve", "{\"message\":\"It is over.\"}").is(200);

    assertThat(anybody.get(page + address).header("Content-Type"))
        .isEqualTo(type + ";charset=UTF-8");
    SyndFeed feed = feed(address);
    assertThat(feed.getTitle()).isEqualTo("Acme");
    assertThat(anybody.get(page + address).body())
        .containsPattern(
            "(rel=\"alternate\" href=\"|<link>)http://localhost:" + port + page + "[\"<]");
    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly("urn:uuid:" + id(first), "urn:uuid:" + id(second));
    SyndEntry told = feed.getEntries().getFirst();
    assertThat(told.getLink())
        .isEqualTo("http://localhost:" + port + page + "/incidents/" + id(first));
    assertThat(text(told)).contains("It is over.", "We <em>know</em> &amp; fix &lt; it");
    assertThat(changed(told)).isAfter(changed(before));
  }

  @ParameterizedTest
  @CsvSource({"/history.atom", "/history.rss"})
  void leaveOutWhatXmlCannotHold(String address) throws FeedException {
    String opened = incident(operator, "low", service(operator, "Search"));
    operator
        .patch(opened, "{\"title\":\"a\\u0001\\u001Bb ]]> <c> \\uD83D\\uDE80 \\uFFFE\"}")
        .is(200);
    operator.post(opened + "/updates", "{\"message\":\"\\u0007 ]]> &amp; <x>\"}").is(201);
    assertThat(titles(address)).containsExactly("ab ]]> <c> \uD83D\uDE80");
  }

  @Test
  void areThereBeforeAnythingHappened() throws FeedException {
    assertThat(titles("/history.atom")).isEmpty();
    assertThat(titles("/history.rss")).isEmpty();
  }

  @Test
  void comeWithABadgeInWords() {
    assertThat(anybody.get(page + "/badge.svg").is(200).header("Content-Type"))
        .isEqualTo("image/svg+xml;charset=UTF-8");
    assertThat(anybody.get(page + "/badge.svg").body())
        .contains("aria-label=\"Status: All Systems Operational\"");
    incident(operator, "high", service(operator, "Search"));
    assertThat(anybody.get(page + "/badge.svg").body()).contains("Partial System Outage");
  }

  private List<String> titles(String address) throws FeedException {
    return feed(address).getEntries().stream().map(SyndEntry::getTitle).toList();
  }

  private SyndEntry entry(String address, String incident) throws FeedException {
    return feed(address).getEntries().stream()
        .filter(it -> it.getUri().endsWith(id(incident)))
        .findFirst()
        .orElseThrow();
  }

  private SyndFeed feed(String address) throws FeedException {
    return new SyndFeedInput().build(new StringReader(anybody.get(page + address).is(200).body()));
  }

  private static String text(SyndEntry entry) {
    return entry.getContents().isEmpty()
        ? entry.getDescription().getValue()
        : entry.getContents().getFirst().getValue();
  }

  private static Date changed(SyndEntry entry) {
    return entry.getUpdatedDate() == null ? entry.getPublishedDate() : entry.getUpdatedDate();
  }
}
