package com.faultmaven.messaging.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.EventSchemas;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class RedactionTest {

  private static final UserId OWNER = new UserId("user_4711");
  private static final JsonMapper JSON = new JsonMapper();

  /** What callers wrote in the examples of the contract. */
  private static final List<String> WORDS =
      List.of("slow", "Case-0314", "term-", "Postgres", "prod", "TLS", "regions", "certificate");

  /** Every example of an event about a case that the contract has. */
  static Stream<String> events() {
    return examples()
        .filter(event -> event.at("/aggregate_type").asString().equals("case"))
        .map(JsonNode::toString);
  }

  static Stream<String> eventsAboutAnythingElse() {
    return examples()
        .filter(event -> !event.at("/aggregate_type").asString().equals("case"))
        .map(JsonNode::toString);
  }

  private static Stream<JsonNode> examples() {
    return Contracts.packaged().documents().stream()
        .filter(document -> !document.isOfApi())
        .flatMap(document -> document.content().at("/components/messages").valueStream())
        .flatMap(message -> message.at("/examples").valueStream())
        .map(example -> example.at("/payload"));
  }

  @Autowired private Redactions redactions;

  @ParameterizedTest
  @MethodSource("events")
  void leavesEveryEventValidWithoutNameAndWords(String event) {
    EventSchemas.check(event);

    String redacted = redactions.of(OWNER).ofEvent(event);

    EventSchemas.check(redacted);
    assertThat(redacted).doesNotContain(OWNER.value());
    assertThat(LoggedEvents.NAMES)
        .filteredOn(name -> memberOf(event, name).equals(OWNER.value()))
        .allSatisfy(name -> assertThat(memberOf(redacted, name)).isEqualTo("deleted-user"));
    assertThat(WORDS).noneMatch(redacted::contains);
    assertThat(JSON.readTree(redacted).propertyNames())
        .isEqualTo(JSON.readTree(event).propertyNames());
    assertThat(JSON.readTree(redacted).at("/payload").propertyNames())
        .isEqualTo(JSON.readTree(event).at("/payload").propertyNames());
    assertThat(redactions.of(OWNER).ofEvent(redacted)).isEqualTo(redacted);
  }

  private static String memberOf(String event, String name) {
    return JSON.readTree(event).at("/payload/" + name).asString("");
  }

  @ParameterizedTest
  @MethodSource("eventsAboutAnythingElse")
  void leavesEveryOtherEventValidWhoeverOfItGoes(String event) {
    for (String member : LoggedEvents.NAMES) {
      String user = memberOf(event, member);
      if (!user.isEmpty()) {
        String redacted = redactions.of(new UserId(user)).ofEvent(event);

        EventSchemas.check(redacted);
        assertThat(redacted).doesNotContain(user).contains("deleted-user");
      }
    }
  }

  @Test
  void takesTheNameAloneOutOfOtherPeoplesCases() {
    String redacted =
        redactions
            .of(OWNER)
            .ofPayload(
                """
                {"user_id":"user_47","changed_by":"user_4711","reason":"renewed","n":1.10,
                 "changes":{"metadata":{"user_4711":["user_4711","user_47110"]}}}""");

    assertThat(redacted)
        .isEqualTo(
            """
            {"user_id":"user_47","changed_by":"deleted-user","reason":"renewed","n":1.10,\
            "changes":{"metadata":{"user_4711":["deleted-user","user_47110"]}}}""");
  }

  @Test
  void emptiesWhatItDoesNotKnow() {
    String redacted =
        redactions
            .of(OWNER)
            .ofPayload(
                """
                {"user_id":"user_4711","case_id":"case_1","nickname":"x","people":[{"a":"x"}],
                 "place":{"street":"x"},"changed_by":"other","count":7,"none":null}""");

    assertThat(redacted)
        .isEqualTo(
            """
            {"user_id":"deleted-user","case_id":"case_1","nickname":"[deleted]","people":[],\
            "place":{},"changed_by":"other","count":7,"none":null}""");
  }
}
