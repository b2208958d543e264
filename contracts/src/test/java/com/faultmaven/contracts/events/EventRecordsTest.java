package com.faultmaven.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.faultmaven.contracts.events.EventDocument.Example;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every example of the AsyncAPI document reads into its record and back. */
class EventRecordsTest {

  private static final String PACKAGE = "com.faultmaven.contracts.events.";

  private static final JsonMapper JSON = new JsonMapper();

  /** What the mapper does of its own accord is not relied on. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static List<Example> examples() {
    return EventDocument.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areValid(Example example) {
    assertThat(example.violations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void repeatTheirEnvelopeInTheirHeaders(Example example) {
    for (String field : List.of("event_id", "event_type", "schema_version", "correlation_id")) {
      assertThat(example.headers().get(field.replace('_', '-')))
          .as(field)
          .isEqualTo(example.payload().get(field));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void readIntoTheirRecordAndBack(Example example) {
    ContractEvent event = read(STRICT, example, example.payload());

    assertThat(event.channel()).isEqualTo(example.channel());
    assertThat(JSON.readTree(JSON.writeValueAsString(event)))
        .isEqualTo(JSON.readTree(example.payload().toString()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void areRefusedWithoutWhatIsRequired(Example example) {
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
  void areRefusedWhenTheyAreSomethingElse(Example example) {
    refuses(example, copy(example.payload()).put("event_type", "case.renamed"), "event_type");
    refuses(example, copy(example.payload()).put("aggregate_type", "tag"), "aggregate_type");
    for (String version : List.of("3.0.0", "0.9.0", "2", "1", "10.0.0", "1.0.0-beta", "")) {
      refuses(example, copy(example.payload()).put("schema_version", version), "schema_version");
    }
    refuses(example, copy(example.payload()).putNull("timestamp"), "timestamp");
    refuses(example, copy(example.payload()).putNull("aggregate_version"), "aggregate_version");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void mayHaveGrown(Example example) {
    ObjectNode grown = copy(example.payload());
    String major = grown.get("schema_version").asString().substring(0, 1);
    grown.put("schema_version", major + ".17.3").put("invented_later", true);
    ((ObjectNode) grown.get("payload")).putObject("invented_later").put("deep", 1);

    ContractEvent event = read(STRICT, example, grown);

    assertThat(event.schemaVersion()).isEqualTo(major + ".17.3");
    assertThat(event.channel()).isEqualTo(example.channel());
  }

  @Test
  void cannotBeChanged() {
    for (Example example : examples()) {
      Object payload = read(JSON, example, example.payload()).payload();
      for (RecordComponent component : payload.getClass().getRecordComponents()) {
        switch (valueOf(component, payload)) {
          case List<?> list ->
              assertThatExceptionOfType(UnsupportedOperationException.class)
                  .isThrownBy(list::removeFirst);
          case Map<?, ?> map ->
              assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
          case null, default -> {}
        }
      }
    }
  }

  @Test
  void areMadeForEachChannelAndForNothingElse() throws IOException {
    assertThat(channelsOfRecords())
        .containsExactlyInAnyOrderElementsOf(EventDocument.addresses())
        .hasSize(9);
  }

  private static List<String> channelsOfRecords() throws IOException {
    Resource[] classes =
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + PACKAGE.replace('.', '/') + "*.class");
    return Stream.of(classes)
        .map(file -> type(file.getFilename().replace(".class", "")))
        .filter(type -> type.isRecord() && ContractEvent.class.isAssignableFrom(type))
        .map(type -> constant(type, "CHANNEL"))
        .toList();
  }

  private static void refuses(Example example, JsonNode changed, String field) {
    assertThatExceptionOfType(DatabindException.class)
        .as("%s of %s", field, example)
        .isThrownBy(() -> read(JSON, example, changed))
        .withMessageContaining(field);
  }

  private static ContractEvent read(JsonMapper mapper, Example example, JsonNode json) {
    return (ContractEvent) mapper.treeToValue(json, type(example.recordName()));
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

  private static Class<?> type(String name) {
    try {
      return Class.forName(PACKAGE + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String constant(Class<?> type, String name) {
    try {
      return (String) type.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object valueOf(RecordComponent component, Object payload) {
    try {
      return component.getAccessor().invoke(payload);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
