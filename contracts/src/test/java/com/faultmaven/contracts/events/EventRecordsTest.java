package com.faultmaven.contracts.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.events.EventDocument.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every example of an AsyncAPI document is what it promises, and reads into its record and back.
 */
class EventRecordsTest {

  /** What a mapper does of its own accord is not relied on. */
  private static final JsonMapper JSON =
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
    ContractEvent event = JSON.treeToValue(example.payload(), example.record());

    assertThat(event.channel()).isEqualTo(example.channel());
    assertThat(JSON.readTree(JSON.writeValueAsString(event)))
        .isEqualTo(JSON.readTree(example.payload().toString()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void mayHaveGrown(Example example) {
    ObjectNode grown = (ObjectNode) example.payload().deepCopy();
    String later = grown.get("schema_version").asString().charAt(0) + ".17.3";
    grown.put("schema_version", later).put("invented_later", true);
    ((ObjectNode) grown.get("payload")).putObject("invented_later").put("deep", 1);

    ContractEvent event = JSON.treeToValue(grown, example.record());

    assertThat(event.schemaVersion()).isEqualTo(later);
    assertThat(event.channel()).isEqualTo(example.channel());
  }

  @Test
  void areProducedOrConsumedAsTheDocumentSays() throws Exception {
    assertThat(channelsOfRecords(ProducedEvent.class))
        .containsExactlyInAnyOrderElementsOf(EventDocument.addresses("send"));
    assertThat(channelsOfRecords(ConsumedEvent.class))
        .containsExactlyInAnyOrderElementsOf(EventDocument.addresses("receive"));
  }

  @Test
  void areMadeForEachChannelAndForNothingElse() throws Exception {
    assertThat(channelsOfRecords(ContractEvent.class))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(EventDocument.addresses());
  }

  private static List<String> channelsOfRecords(Class<? extends ContractEvent> kind)
      throws IOException, ReflectiveOperationException {
    PathMatchingResourcePatternResolver classPath = new PathMatchingResourcePatternResolver();
    List<String> channels = new ArrayList<>();
    for (String events : EventDocument.DOCUMENTS.keySet()) {
      String files = "classpath*:" + events.replace('.', '/') + "/*.class";
      for (Resource file : classPath.getResources(files)) {
        Class<?> type = Class.forName(events + "." + file.getFilename().replace(".class", ""));
        if (type.isRecord() && kind.isAssignableFrom(type)) {
          channels.add((String) type.getField("CHANNEL").get(null));
        }
      }
    }
    return channels;
  }
}
