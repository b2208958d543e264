package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseMessageAddedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Each message is published in the transaction that adds it. */
@ModuleTest
class MessageEventsTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private RecordedEvents events;
  private Api api;

  @BeforeEach
  void record() {
    api = Api.on(port).asSomebody().with("X-Correlation-ID", "the-request-that-caused-it");
    events = RecordedEvents.of(context);
  }

  @AfterEach
  void stopRecording() {
    events.close();
  }

  @Test
  void publishesEachMessageWithoutWhatItSays() {
    Answer opened = api.post(CASES, "{}").is(201);
    String messages = opened.header("Location") + "/messages";
    Answer first = api.post(messages, "{\"content\":\"secret\"}").is(201);
    Answer second = api.post(messages, "{\"content\":\"x\",\"role\":\"assistant\"}").is(201);

    assertThat(messages()).hasSize(2);
    CaseMessageAddedV1 event = messages().getFirst();
    assertThat(event.eventType()).isEqualTo("case.message.added");
    assertThat(event.schemaVersion()).isEqualTo("1.0.0");
    assertThat(event.correlationId()).isEqualTo("the-request-that-caused-it");
    assertThat(event.aggregateId()).isEqualTo(opened.text("/case_id"));
    assertThat(event.aggregateType()).isEqualTo("case");
    assertThat(event.aggregateVersion()).isEqualTo(2);
    assertThat(event.timestamp()).hasToString(first.text("/created_at"));
    assertThat(event.payload().caseId()).isEqualTo(opened.text("/case_id"));
    assertThat(event.payload().userId()).isEqualTo(opened.text("/user_id"));
    assertThat(event.payload().messageId()).isEqualTo(first.text("/message_id"));
    assertThat(event.payload().turnNumber()).isOne();
    assertThat(event.payload().role()).isEqualTo("user");
    assertThat(event.payload().createdAt()).isEqualTo(event.timestamp());
    assertThat(event.toString()).doesNotContain("secret");
    CaseMessageAddedV1 next = messages().getLast();
    assertThat(next.aggregateVersion()).isEqualTo(3);
    assertThat(next.eventId()).isNotEqualTo(event.eventId());
    assertThat(next.payload().messageId()).isEqualTo(second.text("/message_id"));
    assertThat(next.payload().role()).isEqualTo("assistant");
  }

  @Test
  void namesTheOwnerOfTheCaseWhoeverSpeaks() {
    Answer opened = api.post(CASES, "{}").is(201);
    String colleague = "colleague-" + UUID.randomUUID();
    api.put(
        opened.header("Location") + "/participants/" + colleague, "{\"role\":\"collaborator\"}");

    Answer added =
        Api.on(port)
            .as(colleague)
            .post(opened.header("Location") + "/messages", "{\"content\":\"x\"}")
            .is(201);

    assertThat(added.text("/author_id")).isEqualTo(colleague);
    assertThat(messages())
        .singleElement()
        .returns(opened.text("/user_id"), event -> event.payload().userId());
  }

  @Test
  void publishesNothingOfAMessageThatWasRefused() {
    String path = api.post(CASES, "{}").is(201).header("Location");
    api.post(path + "/messages", "{\"content\":\"x\",\"role\":\"system\"}").is(403);
    api.put(path + "/archive").is(204);
    api.post(path + "/messages", "{\"content\":\"x\"}").is(409);
    Api.on(port).asSomebody().post(path + "/messages", "{\"content\":\"x\"}").is(404);

    assertThat(messages()).isEmpty();
  }

  @Test
  void addsNoMessageThatCannotBePublished() {
    String messages = api.post(CASES, "{}").is(201).header("Location") + "/messages";
    events.refuse(CaseMessageAddedV1.class);

    api.post(messages, "{\"content\":\"lost\"}").is(500, "INTERNAL_ERROR");
    events.refuseNone();

    Answer next = api.post(messages, "{\"content\":\"x\"}").is(201);
    assertThat(next.at("/turn_number").asInt()).isOne();
    assertThat(messages()).singleElement().returns(2L, CaseMessageAddedV1::aggregateVersion);
  }

  private List<CaseMessageAddedV1> messages() {
    return events.ofType(CaseMessageAddedV1.class);
  }
}
