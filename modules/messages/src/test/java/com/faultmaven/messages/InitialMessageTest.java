package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** What is said when a case is opened is stored with the case or not at all. */
@ModuleTest
class InitialMessageTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private SqlWatch sql;
  private RecordedEvents events;
  private Api api;

  @BeforeEach
  void record() {
    api = Api.on(port).asSomebody();
    events = RecordedEvents.of(context);
  }

  @AfterEach
  void stopRecording() {
    events.close();
  }

  @Test
  void isTheFirstTurn() {
    Answer opened = open(" Our checkout is timing out.\\n").is(201);
    String messages = opened.header("Location") + "/messages";

    Answer page = api.get(messages).is(200);
    Answer next = api.post(messages, "{\"content\":\"And now?\"}").is(201);

    assertThat(page.at("/total").asInt()).isOne();
    assertThat(page.at("/messages/0/turn_number").asInt()).isOne();
    assertThat(page.text("/messages/0/role")).isEqualTo("user");
    assertThat(page.text("/messages/0/author_id")).isEqualTo(opened.text("/user_id"));
    assertThat(page.text("/messages/0/content")).isEqualTo(" Our checkout is timing out.\n");
    assertThat(page.at("/messages/0/metadata").toString()).isEqualTo("{}");
    assertThat(page.text("/messages/0/created_at")).isEqualTo(opened.text("/created_at"));
    assertThat(next.at("/turn_number").asInt()).isEqualTo(2);
    assertThat(opened.at("/message_count").asInt()).isOne();
    assertThat(opened.text("/last_message_at")).isEqualTo(opened.text("/created_at"));
  }

  @Test
  void isPublishedAfterTheCaseItBegins() {
    Answer opened = open("x").is(201);

    assertThat(events.all()).hasSize(2);
    CaseCreatedV2 created = (CaseCreatedV2) events.all().getFirst();
    CaseMessageAddedV1 added = (CaseMessageAddedV1) events.all().getLast();
    assertThat(created.aggregateVersion()).isOne();
    assertThat(added.aggregateVersion()).isEqualTo(2);
    assertThat(added.aggregateId()).isEqualTo(created.aggregateId());
    assertThat(added.correlationId()).isEqualTo(created.correlationId());
    assertThat(added.payload().userId()).isEqualTo(opened.text("/user_id"));
    assertThat(added.payload().turnNumber()).isOne();
  }

  @Test
  void isNotMissedWhereNothingWasSaid() {
    String path = api.post(CASES, "{\"initial_message\":null}").is(201).header("Location");

    assertThat(api.get(path + "/messages").is(200).at("/total").asInt()).isZero();
    assertThat(messages()).isEmpty();
  }

  @Test
  void takesTheCaseWithItWhenItCannotBePublished() {
    events.refuse(CaseMessageAddedV1.class);

    open("x").is(500, "INTERNAL_ERROR");

    assertThat(api.get(CASES).is(200).at("/total").asInt()).isZero();
  }

  @Test
  void costsTwoStatementsMoreThanTheCaseAlone() {
    String silent = UUID.randomUUID().toString();
    String spoken = UUID.randomUUID().toString();
    api.with("X-Correlation-ID", silent).post(CASES, "{}").is(201);
    api.with("X-Correlation-ID", spoken).post(CASES, "{\"initial_message\":\"x\"}").is(201);

    assertThat(statementsOf(spoken)).isEqualTo(statementsOf(silent) + 2);
  }

  @Test
  void isRepeatedWithItsCaseOnlyOnce() {
    Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());
    String body = "{\"initial_message\":\"once\"}";
    String path = keyed.post(CASES, body).is(201).header("Location");

    assertThat(keyed.post(CASES, body).is(201).header("Location")).isEqualTo(path);
    assertThat(api.get(path + "/messages").at("/total").asInt()).isOne();
  }

  private Answer open(String initialMessage) {
    return api.post(CASES, "{\"initial_message\":\"" + initialMessage + "\"}");
  }

  private long statementsOf(String request) {
    return sql.statementsOf(request).stream()
        .filter(statement -> !statement.contains(" events."))
        .count();
  }

  private List<CaseMessageAddedV1> messages() {
    return events.ofType(CaseMessageAddedV1.class);
  }
}
