package com.faultmaven.cleanapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads members of what was sent as the original does: null is as good as absent, which is empty;
 * another type is refused, and what nobody asks for is ignored.
 */
final class SentJson {

  private final JsonNode body;

  SentJson(@Nullable JsonNode body) {
    if (body != null && !body.isObject()) {
      throw Refused.invalidJson();
    }
    this.body = body == null ? JsonNodeFactory.instance.objectNode() : body;
  }

  /** A text, empty if it is absent. */
  String text(String name, int longest) {
    JsonNode node = body.path(name);
    if (isAbsent(node)) {
      return "";
    }
    String text = textOf(node);
    if (text.codePointCount(0, text.length()) > longest) {
      throw Refused.tooLong(name);
    }
    return text;
  }

  /** A text in one line: what is shown or sent as one. */
  String line(String name, int longest) {
    String text = text(name, longest);
    if (Lines.areBroken(text)) {
      throw Refused.because(name + " must have no control characters");
    }
    return text;
  }

  /** A number, 0 if it is absent. */
  double number(String name) {
    JsonNode node = body.path(name);
    if (isAbsent(node)) {
      return 0;
    }
    if (!node.isNumber()) {
      throw Refused.invalidJson();
    }
    return node.asDouble();
  }

  /** A whole number, 0 if it is absent; one that is larger than an int is the largest. */
  int integer(String name) {
    JsonNode node = body.path(name);
    return isAbsent(node)
        ? 0
        : (int) Math.clamp(wholeOf(node), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  boolean flag(String name) {
    JsonNode node = body.path(name);
    if (!isAbsent(node) && !node.isBoolean()) {
      throw Refused.invalidJson();
    }
    return node.asBoolean(false);
  }

  /** Whole numbers in their order, each once. */
  List<Long> numbers(String name, int most) {
    return elements(name, most).stream().map(SentJson::wholeOf).distinct().toList();
  }

  /** Texts in their order. */
  List<String> texts(String name, int most) {
    return elements(name, most).stream().map(SentJson::textOf).toList();
  }

  List<SentJson> objects(String name, int most) {
    return elements(name, most).stream().map(SentJson::new).toList();
  }

  /** Whatever it is, or null if it is absent. */
  @Nullable JsonNode any(String name) {
    JsonNode node = body.path(name);
    return isAbsent(node) ? null : node;
  }

  /** The JSON of whatever it is, or null if it is absent. */
  @Nullable String json(String name, int mostBytes) {
    JsonNode node = any(name);
    if (node == null) {
      return null;
    }
    String json = node.toString();
    if (json.length() > mostBytes || Lines.bytes(json) > mostBytes) {
      throw Refused.tooLong(name);
    }
    return json;
  }

  private List<JsonNode> elements(String name, int most) {
    JsonNode node = body.path(name);
    if (isAbsent(node)) {
      return List.of();
    }
    if (!node.isArray()) {
      throw Refused.invalidJson();
    }
    if (node.size() > most) {
      throw Refused.because(
          String.format(Locale.ROOT, "%s has more than %s items", name, Integer.toString(most)));
    }
    List<JsonNode> elements = new ArrayList<>();
    node.forEach(elements::add);
    return elements;
  }

  private static String textOf(JsonNode node) {
    if (!node.isString()) {
      throw Refused.invalidJson();
    }
    return node.stringValue();
  }

  private static long wholeOf(JsonNode node) {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw Refused.invalidJson();
    }
    return node.longValue();
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }
}
