package com.faultmaven.app.docs;

import com.faultmaven.contracts.ContractDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a document promises, as a table of Markdown, in the document's order. */
final class EndpointTable {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private EndpointTable() {}

  static String of(ContractDocument document) {
    JsonNode contract = document.content();
    return document.isOfApi() ? operations(contract) : channels(contract);
  }

  private static String operations(JsonNode contract) {
    StringBuilder table = new StringBuilder("| | | |\n|---|---|---|\n");
    for (Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Entry<String, JsonNode> method : operationsOf(path.getValue())) {
        table.append(
            "| `%s %s` | `%s` | %s |\n"
                .formatted(
                    method.getKey().toUpperCase(Locale.ROOT),
                    path.getKey(),
                    method.getValue().path("operationId").asString(),
                    method.getValue().path("summary").asString()));
      }
    }
    return table.toString();
  }

  private static String channels(JsonNode contract) {
    StringBuilder table = new StringBuilder("| | | |\n|---|---|---|\n");
    for (JsonNode operation : contract.path("operations").values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  channelOf(operation, contract).path("address").asString(),
                  operation.path("action").asString().equals("send") ? "publishes" : "consumes",
                  operation.path("summary").asString()));
    }
    return table.toString();
  }

  /** The operations nobody described, and the channels. */
  static List<String> undescribed(ContractDocument document) {
    JsonNode contract = document.content();
    List<String> missing = new ArrayList<>();
    for (Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Entry<String, JsonNode> method : operationsOf(path.getValue())) {
        if (isBlank(method.getValue(), "description") || isBlank(method.getValue(), "summary")) {
          missing.add(method.getKey() + " " + path.getKey());
        }
      }
    }
    for (Entry<String, JsonNode> operation : contract.path("operations").properties()) {
      if (isBlank(operation.getValue(), "summary")
          || isBlank(channelOf(operation.getValue(), contract), "description")) {
        missing.add(operation.getKey());
      }
    }
    return missing;
  }

  private static boolean isBlank(JsonNode node, String property) {
    return node.path(property).asString("").isBlank();
  }

  private static List<Entry<String, JsonNode>> operationsOf(JsonNode path) {
    return path.properties().stream().filter(it -> METHODS.contains(it.getKey())).toList();
  }

  private static JsonNode channelOf(JsonNode operation, JsonNode contract) {
    return contract.at(operation.at("/channel/$ref").asString().substring(1));
  }
}
