package com.faultmaven.messaging.delivery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.messaging.EventsTest;
import com.faultmaven.messaging.Recorder;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.support.CompletionRegisteringAdvisor;
import org.springframework.scheduling.annotation.AsyncAnnotationAdvisor;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** What delivery rests on in Spring Modulith: an upgrade that changes it fails here. */
@EventsTest
class ModulithTest {

  @Autowired private EventPublicationRegistry registry;
  @Autowired private Recorder listener;
  @Autowired private EntityManagerFactory entities;
  @Autowired private JdbcClient jdbc;
  @Autowired private KnownListeners listeners;

  @Test
  void asksTheRepositoryNothingThatWasNotDecided() {
    assertThat(EventPublicationRepository.class.getMethods())
        .as(
            "A default method that LeasedRepository does not declare would run instead of"
                + " Modulith's own: delegate it, or refuse it, and say why")
        .allSatisfy(
            method ->
                assertThat(LeasedRepository.class.getDeclaredMethods())
                    .anyMatch(declared -> overrides(declared, method)));
  }

  private static boolean overrides(Method declared, Method method) {
    return declared.getName().equals(method.getName())
        && List.of(declared.getParameterTypes()).equals(List.of(method.getParameterTypes()));
  }

  @Test
  void storesItsPublicationsWithLeases() {
    assertThat(
            ReflectionTestUtils.getField(
                Objects.requireNonNull(AopTestUtils.<Object>getTargetObject(registry)), "events"))
        .as("The registry takes the primary repository")
        .isInstanceOf(LeasedRepository.class);
  }

  @Test
  void leavesListenersToDeliveries() {
    List<Advisor> advisors = List.of(((Advised) listener).getAdvisors());

    assertThat(advisors.get(0))
        .as("A delivery begins on a thread of the listeners")
        .isInstanceOf(AsyncAnnotationAdvisor.class);
    assertThat(advisors.get(1))
        .as("Deliveries records the attempt itself, before Modulith's own advice is asked")
        .isNotInstanceOf(CompletionRegisteringAdvisor.class)
        .extracting(advisor -> advisor.getAdvice().getClass().getName())
        .asString()
        .startsWith(ListenerAdvice.class.getName());
  }

  @Test
  void looksForListenersWhereTheirIdsAreRead() {
    assertThat(Stream.of(Recorder.LISTENER, Recorder.PINGED, "cases.count-message"))
        .allMatch(listeners::contains);
    assertThat(listeners.contains("test.nobody")).isFalse();
  }

  @Test
  void storesWhatTheStatementsOnItsTableKnow() {
    EntityType<?> entity =
        entities.getMetamodel().getEntities().stream()
            .filter(type -> type.getName().equals("DefaultJpaEventPublication"))
            .findAny()
            .orElseThrow();

    assertThat(entity.getAttributes())
        .as("What RegistrySql reads and writes of an entity of Modulith; dead letters keep it")
        .extracting(Attribute::getName)
        .containsExactlyInAnyOrder(
            "id",
            "listenerId",
            "eventType",
            "serializedEvent",
            "publicationDate",
            "completionDate",
            "status",
            "completionAttempts",
            "lastResubmissionDate");
    assertThat(Status.values())
        .as("The words of the status stand in RegistrySql")
        .extracting(Status::name)
        .containsExactlyInAnyOrder("PUBLISHED", "PROCESSING", "COMPLETED", "FAILED", "RESUBMITTED");
  }

  @Test
  void hasTheColumnsThatTheStatementsOnItsTableName() {
    Map<String, String> columns =
        jdbc
            .sql(
                """
                select column_name, data_type || case is_nullable when 'NO' then ' not null' else '' end
                  as type
                from information_schema.columns
                where table_schema = 'events' and table_name = 'event_publication'
                """)
            .query()
            .listOfRows()
            .stream()
            .collect(
                toMap(row -> (String) row.get("column_name"), row -> (String) row.get("type")));

    assertThat(columns)
        .as("RegistrySql inserts, moves and counts by these; replaying a dead letter fills them")
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "id", "uuid not null",
                "listener_id", "text not null",
                "event_type", "text not null",
                "serialized_event", "text not null",
                "publication_date", "timestamp with time zone not null",
                "completion_date", "timestamp with time zone",
                "status", "text",
                "completion_attempts", "integer",
                "last_resubmission_date", "timestamp with time zone"));
  }
}
