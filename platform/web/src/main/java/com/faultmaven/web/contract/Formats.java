package com.faultmaven.web.contract;

import com.faultmaven.kernel.Text;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Formats exactly as far as what they promise can be bound to Java afterwards. */
final class Formats {

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Formats() {}

  static List<Format> all() {
    return List.of(
        new Words("date-time", Formats::isMoment),
        new Words("date", Formats::isDay),
        new Words("uuid", text -> UUID_FORM.matcher(text).matches()),
        new Words("line", Formats::isLine),
        new Words("trimmed-line", text -> isLine(Text.trim(text))),
        new Number("int32", JsonNode::canConvertToInt),
        new Number("int64", JsonNode::canConvertToLong));
  }

  static String described(JsonNode format) {
    return switch (format.asString("")) {
      case "date-time" -> "a time like 2026-03-14T09:26:53Z (RFC 3339; write + as %2B in a URL)";
      case "date" -> "a day like 2026-03-14";
      case "uuid" -> "a UUID";
      default -> "of the format " + format.asString("");
    };
  }

  /** U+0000 is refused before, wherever it stands. */
  private static boolean isLine(String text) {
    return !Text.hasControls(text) || text.indexOf('\0') >= 0;
  }

  private static boolean isMoment(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException notInTheCalendar) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    if (!DAY.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException notInTheCalendar) {
      return false;
    }
  }

  private record Words(String name, Predicate<String> valid) implements Format {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext execution, String value) {
      return valid.test(value);
    }
  }

  private record Number(String name, Predicate<JsonNode> valid) implements Format {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
      return !value.isNumber() || valid.test(value);
    }
  }
}
