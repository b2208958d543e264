package com.faultmaven.messaging.erasure;

import com.faultmaven.kernel.UserId;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes a user out of the payload of an event, which stays valid against its schema. The name gives
 * way to {@link UserId#DELETED} wherever it stands. If the event is about what is the user's own,
 * all words go too: whatever is not kept is emptied, so that what a later version of an event adds
 * goes unless somebody decides otherwise.
 */
final class Redaction {

  /** In the place of a text that was removed. */
  static final String REMOVED = "[deleted]";

  /** The members whose user the event is about, or owns what it is about. */
  private static final Set<String> OWNERS = Set.of("user_id", "owner_user_id");

  private static final String CHANGES = "changes";
  private static final String PAYLOAD = "payload";

  private final String user;
  private final BiPredicate<String, JsonNode> kept;
  private final JsonMapper json;

  /**
   * @param kept whether a member of this value is not emptied
   * @param json reads whatever is stored, and keeps numbers to the last digit
   */
  Redaction(UserId user, BiPredicate<String, JsonNode> kept, JsonMapper json) {
    this.user = user.value();
    this.kept = kept;
    this.json = json;
  }

  /** The payload of an event, redacted. */
  String ofPayload(String payload) {
    return json.writeValueAsString(redacted(json.readTree(payload)));
  }

  /**
   * A whole event, redacted.
   *
   * @throws tools.jackson.core.JacksonException if it is none
   */
  String ofEvent(String event) {
    JsonNode named = json.readTree(event);
    JsonNode unnamed = renamed(named);
    if (unnamed instanceof ObjectNode envelope && named.path(PAYLOAD).isObject()) {
      envelope.set(PAYLOAD, redacted(named.path(PAYLOAD)));
    }
    return json.writeValueAsString(unnamed);
  }

  private JsonNode redacted(JsonNode payload) {
    boolean own = OWNERS.stream().anyMatch(it -> payload.path(it).asString("").equals(user));
    return own ? emptied(payload) : renamed(payload);
  }

  private JsonNode emptied(JsonNode payload) {
    ObjectNode emptied = json.createObjectNode();
    payload.properties().forEach(field -> emptied.set(field.getKey(), emptied(field)));
    return emptied;
  }

  private JsonNode emptied(Map.Entry<String, JsonNode> field) {
    if (OWNERS.contains(field.getKey()) || kept.test(field.getKey(), field.getValue())) {
      return renamed(field.getValue());
    }
    return switch (field.getValue()) {
      case ObjectNode changes when field.getKey().equals(CHANGES) -> emptied(changes);
      case ObjectNode _ -> json.createObjectNode();
      case ArrayNode _ -> json.createArrayNode();
      case StringNode _ -> StringNode.valueOf(REMOVED);
      case JsonNode nothingOrNumber -> nothingOrNumber;
    };
  }

  private JsonNode renamed(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode renamed = json.createObjectNode();
        object.properties().forEach(it -> renamed.set(it.getKey(), renamed(it.getValue())));
        yield renamed;
      }
      case ArrayNode array -> {
        ArrayNode renamed = json.createArrayNode();
        array.forEach(element -> renamed.add(renamed(element)));
        yield renamed;
      }
      case StringNode text when text.stringValue().equals(user) ->
          StringNode.valueOf(UserId.DELETED.value());
      default -> node;
    };
  }
}
