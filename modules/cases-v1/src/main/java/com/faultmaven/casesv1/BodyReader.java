package com.faultmaven.casesv1;

import com.faultmaven.kernel.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the properties of a request body and collects what is wrong with them. Properties nobody
 * asks for are ignored. What is wrong reads as null; {@link #finish} refuses the request.
 */
final class BodyReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final int MOST_TAGS = 50;
  private static final int LONGEST_TAG = 50;

  private final JsonNode body;
  private final List<Mistake> mistakes = new ArrayList<>();

  BodyReader(JsonNode body) {
    this.body = body;
    if (!body.isObject()) {
      throw InvalidV1Request.of(
          List.of(
              new Mistake(
                  "model_attributes_type",
                  List.of("body"),
                  "Input should be a valid dictionary or object to extract fields from",
                  Echo.of(body))));
    }
  }

  boolean has(String name) {
    return body.has(name);
  }

  void require(String name) {
    if (!has(name)) {
      mistakes.add(new Mistake("missing", at(name), "Field required", Echo.of(body)));
    }
  }

  /** A text, or null if it is absent or null. */
  @Nullable String text(String name, int longest) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return text(node, at(name), longest);
  }

  /** A text without control characters. */
  @Nullable String line(String name, int longest) {
    return line(text(name, longest), at(name), text -> text);
  }

  /** A text without control characters but for white space around it. */
  @Nullable String trimmedLine(String name, int longest) {
    return line(text(name, longest), at(name), Text::trim);
  }

  /** One of some words, or null if it is absent. */
  <E extends Enum<E>> @Nullable E word(String name, Class<E> type, boolean nullAllowed) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || (nullAllowed && node.isNull())) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (node.isString() && Words.of(constant).equals(node.stringValue())) {
        return constant;
      }
    }
    mistakes.add(new Mistake("enum", at(name), Words.choice(type), Echo.of(node)));
    return null;
  }

  /** A JSON object, or null if it is absent. */
  @Nullable Map<String, @Nullable Object> object(String name, boolean nullAllowed) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || (nullAllowed && node.isNull())) {
      return null;
    }
    if (!node.isObject()) {
      mistakes.add(
          new Mistake("dict_type", at(name), "Input should be a valid dictionary", Echo.of(node)));
      return null;
    }
    return JSON.readerFor(OBJECT).readValue(node);
  }

  /** Tags in their order with their repetitions, or null if they are absent. */
  @Nullable List<String> tags(String name, boolean nullAllowed) {
    JsonNode node = body.path(name);
    if (node.isMissingNode() || (nullAllowed && node.isNull())) {
      return null;
    }
    if (!node.isArray()) {
      mistakes.add(
          new Mistake("list_type", at(name), "Input should be a valid list", Echo.of(node)));
      return null;
    }
    if (node.size() > MOST_TAGS) {
      mistakes.add(
          new Mistake(
              "too_long",
              at(name),
              "List should have at most " + MOST_TAGS + " items, not " + node.size(),
              null));
      return null;
    }
    List<String> tags = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      List<Object> place = at(name, index);
      String tag = line(text(node.get(index), place, LONGEST_TAG), place, Text::trim);
      tags.add(tag == null ? "" : tag);
    }
    return tags;
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidV1Request if anything was wrong
   */
  void finish() {
    if (!mistakes.isEmpty()) {
      throw InvalidV1Request.of(mistakes);
    }
  }

  private @Nullable String text(JsonNode node, List<Object> place, int longest) {
    if (!node.isString()) {
      mistakes.add(
          new Mistake("string_type", place, "Input should be a valid string", Echo.of(node)));
      return null;
    }
    String text = node.stringValue();
    if (text.codePointCount(0, text.length()) > longest) {
      mistakes.add(
          new Mistake(
              "string_too_long",
              place,
              "String should have at most " + longest + " characters",
              Echo.of(node)));
      return null;
    }
    return text;
  }

  private @Nullable String line(
      @Nullable String text, List<Object> place, UnaryOperator<String> counted) {
    if (text != null && Text.hasControls(counted.apply(text))) {
      mistakes.add(
          new Mistake(
              "value_error", place, "Value error, must not contain control characters", text));
      return null;
    }
    return text;
  }

  private static List<Object> at(Object... steps) {
    List<Object> place = new ArrayList<>(List.of("body"));
    place.addAll(Arrays.asList(steps));
    return place;
  }
}
