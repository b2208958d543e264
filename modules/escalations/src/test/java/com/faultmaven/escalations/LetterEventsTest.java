package com.faultmaven.escalations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.escalations.events.EscalationCompletedV1;
import com.faultmaven.contracts.escalations.events.EscalationDeliveryChangedV1;
import com.faultmaven.contracts.escalations.events.EscalationRequestedV1;
import com.faultmaven.contracts.escalations.events.ResolutionSignaledV1;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.RecordedEvents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/** What others are told of letters. */
class LetterEventsTest extends OnAMailServer {

  @Autowired private ConfigurableApplicationContext context;

  @Test
  void tellInOrderWhatIsKnownAndNoAddress() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String json = "{\"target_ids\":[],\"cc_emails\":[\"%s\",\"demo@%s.dev\"]}";
      Answer sent = send(json.formatted(address("a"), word)).is(202);
      String escalation = sent.text("/escalation_id");
      List<String> deliveries = sent.texts("/deliveries", "delivery_id");
      await().atMost(20, SECONDS).until(() -> told(events).size() == 4);
      api()
          .post(ofCase("resolution-signals"), "{\"kind\":\"fixed\",\"summary\":\"Done.\"}")
          .is(201);

      assertThat(told(events))
          .extracting(ContractEvent::eventType)
          .startsWith("escalation.requested")
          .endsWith("resolution.signaled")
          .containsOnlyOnce("escalation.completed");
      assertThat(told(events)).extracting(ContractEvent::aggregateVersion).isSorted();
      assertThat(told(events)).extracting(ContractEvent::aggregateVersion).doesNotHaveDuplicates();
      assertThat(told(events).toString()).doesNotContain(word + ".dev", "@");

      assertThat(of(events, EscalationRequestedV1.class).getFirst().payload())
          .satisfies(it -> assertThat(it.organizationId()).isEqualTo(organization))
          .satisfies(it -> assertThat(it.escalationId()).isEqualTo(escalation))
          .satisfies(it -> assertThat(it.deliveryIds()).isEqualTo(deliveries))
          .satisfies(it -> assertThat(it.requestedBy()).isEqualTo("ada-" + word));
      assertThat(of(events, EscalationDeliveryChangedV1.class))
          .extracting(it -> it.payload().deliveryId() + " " + it.payload().status())
          .containsExactlyInAnyOrder(
              deliveries.get(0) + " sent", deliveries.get(1) + " invalid_email");
      assertThat(of(events, EscalationCompletedV1.class).getFirst().payload())
          .satisfies(it -> assertThat(it.status()).isEqualTo("partly_sent"))
          .satisfies(it -> assertThat(it.sent()).isOne())
          .satisfies(it -> assertThat(it.failed()).isZero())
          .satisfies(it -> assertThat(it.suppressed()).isOne());
      assertThat(of(events, ResolutionSignaledV1.class).getFirst().payload())
          .satisfies(it -> assertThat(it.kind()).isEqualTo("fixed"))
          .satisfies(it -> assertThat(it.recordedBy()).isEqualTo("ada-" + word));
    }
  }

  private List<ContractEvent> told(RecordedEvents events) {
    return events.all().stream()
        .filter(it -> it.aggregateId().equals(caseId()))
        .filter(it -> !it.eventType().startsWith("case."))
        .toList();
  }

  private <T extends ContractEvent> List<T> of(RecordedEvents events, Class<T> type) {
    return told(events).stream().filter(type::isInstance).map(type::cast).toList();
  }
}
