package com.faultmaven.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseTagsChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.contracts.events.EventDocument.Example;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record is whole, is what its channel carries, and stays as it is. */
class EventRefusalsTest {

  private static final JsonMapper JSON = new JsonMapper();

  static List<Example> examples() {
    return EventDocument.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refuseWhatLacksSomething(Example example) {
    JsonNode schema = example.message().get("payload");
    for (String field : required(schema)) {
      refuses(example, without(example.payload(), field), field);
    }
    for (String field : required(schema.at("/properties/payload"))) {
      ObjectNode changed = copy(example.payload());
      changed.set("payload", without(example.payload().get("payload"), field));
      refuses(example, changed, field);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refuseNullWhereThereMustBeSomething(Example example) {
    for (String field : required(example.message().get("payload"))) {
      refuses(example, copy(example.payload()).putNull(field), field);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void refuseAnotherEventAndAnotherMajorVersion(Example example) {
    refuses(example, copy(example.payload()).put("event_type", "case.renamed"), "event_type");
    refuses(example, copy(example.payload()).put("aggregate_type", "tag"), "aggregate_type");
    for (String version : List.of("3.0.0", "0.9.0", "2", "1", "10.0.0", "1.0.0-beta", "")) {
      refuses(example, copy(example.payload()).put("schema_version", version), "schema_version");
    }
  }

  @Test
  void keepListsAsTheyWere() {
    Example example = example(CaseTagsChangedV1.class);
    CaseTagsChangedV1 event = JSON.treeToValue(example.payload(), CaseTagsChangedV1.class);

    for (List<String> list :
        List.of(event.payload().added(), event.payload().removed(), event.payload().tags())) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> list.add("late"));
    }
  }

  @Test
  void keepNullsInAMapThatCannotBeChanged() {
    Example example = example(CaseUpdatedV1.class);
    CaseUpdatedV1 event = JSON.treeToValue(example.payload(), CaseUpdatedV1.class);
    Map<String, Object> changes = event.payload().changes();

    assertThat(changes).containsEntry("session_id", null).containsEntry("severity", "critical");
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(changes::clear);
  }

  @Test
  void areMadeWholeInCodeToo() {
    Example example = example(CaseDeletedV1.class);
    CaseDeletedV1 event = JSON.treeToValue(example.payload(), CaseDeletedV1.class);

    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(
            () ->
                new CaseDeletedV1(
                    UUID.randomUUID(),
                    CaseDeletedV1.EVENT_TYPE,
                    CaseDeletedV1.SCHEMA_VERSION,
                    event.timestamp(),
                    null,
                    event.aggregateId(),
                    CaseDeletedV1.AGGREGATE_TYPE,
                    1,
                    event.payload()))
        .withMessage("correlation_id");
  }

  private static Example example(Class<? extends ContractEvent> record) {
    return examples().stream().filter(each -> each.record() == record).findFirst().orElseThrow();
  }

  private static void refuses(Example example, JsonNode changed, String field) {
    assertThatExceptionOfType(DatabindException.class)
        .as("%s of %s", field, example)
        .isThrownBy(() -> JSON.treeToValue(changed, example.record()))
        .withMessageContaining(field);
  }

  private static List<String> required(JsonNode schema) {
    return schema.get("required").valueStream().map(JsonNode::asString).toList();
  }

  private static ObjectNode copy(JsonNode json) {
    return (ObjectNode) json.deepCopy();
  }

  private static ObjectNode without(JsonNode json, String field) {
    ObjectNode copy = copy(json);
    copy.remove(field);
    return copy;
  }
}
