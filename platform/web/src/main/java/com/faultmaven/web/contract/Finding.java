package com.faultmaven.web.contract;

import com.networknt.schema.Error;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One thing a schema has against a value, in the words of the contract.
 *
 * @param detail a sentence for a person
 */
record Finding(Trail trail, String code, String detail) {

  static Finding of(Error error, Trail trail) {
    JsonNode bound = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required", "dependentRequired" -> at(trail, "required", "is required.");
      case "additionalProperties", "unevaluatedProperties" ->
          at(trail, "unknown_property", "is not a property this operation knows.");
      case "type" -> at(trail, "wrong_type", typeSentence(error));
      case "enum", "const" -> at(trail, "unknown_value", "must be " + choice(bound) + ".");
      case "maxLength" -> atMost(trail, "too_long", bound, "characters long");
      case "minLength" -> atLeast(trail, "too_short", bound, "characters long");
      case MaxBytes.KEYWORD -> atMost(trail, "too_long", bound, "bytes long as compact JSON");
      case "maxItems" -> atMost(trail, "too_many", bound, "items long");
      case "minItems" -> atLeast(trail, "too_few", bound, "items long");
      case "maxProperties" -> atMost(trail, "too_many", bound, "properties large");
      case "minProperties" -> atLeast(trail, "too_few", bound, "properties large");
      case "maximum" -> at(trail, "too_large", "must be at most " + number(bound) + ".");
      case "minimum" -> at(trail, "too_small", "must be at least " + number(bound) + ".");
      case "exclusiveMaximum" -> at(trail, "too_large", "must be less than " + number(bound) + ".");
      case "exclusiveMinimum" -> at(trail, "too_small", "must be more than " + number(bound) + ".");
      case "format" -> malformed(trail, bound);
      case "pattern" ->
          bound.asString("").equals(Patterns.NOT_BLANK)
              ? at(trail, "blank", "must not be blank.")
              : at(trail, "invalid_format", "does not have the right form.");
      case "uniqueItems" -> at(trail, "not_allowed", "must not contain the same item twice.");
      default -> at(trail, "not_allowed", "is not allowed like this.");
    };
  }

  private static Finding at(Trail trail, String code, String predicate) {
    return new Finding(trail, code, trail.name() + " " + predicate);
  }

  private static Finding atMost(Trail trail, String code, JsonNode bound, String measure) {
    return at(trail, code, "must be at most " + number(bound) + " " + measure + ".");
  }

  private static Finding atLeast(Trail trail, String code, JsonNode bound, String measure) {
    if (bound.asString("").equals("1")) {
      return at(trail, code, "must not be empty.");
    }
    return at(trail, code, "must be at least " + number(bound) + " " + measure + ".");
  }

  private static Finding malformed(Trail trail, JsonNode format) {
    return switch (format.asString("")) {
      case "int32", "int64" ->
          at(trail, "out_of_range", "is a number too large to be counted with.");
      case "line", "trimmed-line" ->
          at(trail, "invalid_characters", "must not contain control characters.");
      default -> at(trail, "invalid_format", "must be " + Formats.described(format) + ".");
    };
  }

  private static String typeSentence(Error error) {
    return error.getInstanceNode().isNull()
        ? "must not be null."
        : "must be " + each(error.getSchemaNode()).map(Finding::type).collect(orJoined()) + ".";
  }

  private static String type(JsonNode type) {
    return switch (type.asString("")) {
      case "integer" -> "a whole number";
      case "array" -> "an array";
      case "object" -> "an object";
      default -> "a " + type.asString("");
    };
  }

  private static String choice(JsonNode values) {
    String named = each(values).map(value -> value.asString("")).collect(Collectors.joining(", "));
    return values.size() > 1 ? "one of " + named : named;
  }

  private static Stream<JsonNode> each(JsonNode oneOrMany) {
    return (oneOrMany.isArray() ? oneOrMany.valueStream() : Stream.of(oneOrMany))
        .filter(one -> !one.isNull() && !one.asString("").equals("null"));
  }

  private static Collector<CharSequence, ?, String> orJoined() {
    return Collectors.joining(" or ");
  }

  private static String number(JsonNode bound) {
    return bound.isIntegralNumber()
        ? String.format(Locale.ROOT, "%,d", bound.bigIntegerValue())
        : bound.asString("");
  }
}
