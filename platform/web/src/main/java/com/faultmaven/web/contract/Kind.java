package com.faultmaven.web.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** What the text of a parameter stands for. */
enum Kind {
  TEXT("a text") {
    @Override
    Optional<JsonNode> read(String text) {
      return Optional.of(StringNode.valueOf(text));
    }
  },
  WHOLE_NUMBER("a whole number") {
    @Override
    Optional<JsonNode> read(String text) {
      return WHOLE.matcher(text).matches()
          ? Optional.of(JsonNodeFactory.instance.numberNode(new BigInteger(text)))
          : Optional.empty();
    }
  },
  NUMBER("a number") {
    @Override
    Optional<JsonNode> read(String text) {
      return DECIMAL.matcher(text).matches()
          ? Optional.of(JsonNodeFactory.instance.numberNode(new BigDecimal(text)))
          : Optional.empty();
    }
  },
  TRUTH("true or false") {
    @Override
    Optional<JsonNode> read(String text) {
      return switch (text) {
        case "true" -> Optional.of(BooleanNode.TRUE);
        case "false" -> Optional.of(BooleanNode.FALSE);
        default -> Optional.empty();
      };
    }
  };

  // a number nobody means is not worth the time its digits take
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,99})");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?");

  private final String description;

  Kind(String description) {
    this.description = description;
  }

  abstract Optional<JsonNode> read(String text);

  String description() {
    return description;
  }

  static Kind of(Place schema) {
    return switch (typeOf(schema)) {
      case "integer" -> WHOLE_NUMBER;
      case "number" -> NUMBER;
      case "boolean" -> TRUTH;
      default -> TEXT;
    };
  }

  /** The one type a schema names, null aside. */
  static String typeOf(Place schema) {
    JsonNode type = schema.node().path("type");
    return (type.isArray() ? type.valueStream() : Stream.of(type))
        .map(one -> one.asString(""))
        .filter(one -> !one.equals("null"))
        .findFirst()
        .orElse("");
  }
}
