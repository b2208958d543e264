package com.faultmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.Contracts;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds events to their schemas, as consumers that validate do. */
public final class EventSchemas {

  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

  private EventSchemas() {}

  /** Expects an event of the contract: envelope and payload, in the version it says it has. */
  public static void check(String event) {
    JsonNode json = JSON.readTree(event);
    String channel =
        json.at("/event_type").asString() + ".v" + json.at("/schema_version").asString().charAt(0);
    assertThat(
            COMPILED
                .computeIfAbsent(channel, EventSchemas::compile)
                .validate(
                    json,
                    execution ->
                        execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .as(event)
        .isEmpty();
  }

  private static Schema compile(String channel) {
    String name =
        Arrays.stream(channel.split("[._]"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining());
    String document =
        Contracts.packaged().documents().stream()
            .filter(it -> it.content().at("/components/schemas/" + name).isObject())
            .findAny()
            .orElseThrow(() -> new AssertionError("No contract has " + channel))
            .resource();
    return SCHEMAS.getSchema(
        SchemaLocation.of("classpath:" + document + "#/components/schemas/" + name));
  }
}
