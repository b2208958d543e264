package com.faultmaven.edge.contract;

import com.faultmaven.edge.Violation;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What no schema says: which characters and numbers can be kept as they are. */
final class TextAndNumbers {

  private TextAndNumbers() {}

  /** Adds what is wrong; false if there are numbers too extreme to compare with anything. */
  static boolean check(JsonNode body, Findings findings) {
    return check(body, Trail.START, findings);
  }

  private static boolean check(JsonNode node, Trail trail, Findings findings) {
    return switch (node.getNodeType()) {
      case STRING -> checkText(node.stringValue(), trail, findings);
      case NUMBER -> checkNumber(node, trail, findings);
      case OBJECT -> checkMembers(node, trail, findings);
      case ARRAY -> checkItems(node, trail, findings);
      default -> true;
    };
  }

  private static boolean checkMembers(JsonNode object, Trail trail, Findings findings) {
    boolean measurable = true;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      Trail place = new Trail(trail, member.getKey());
      checkText(member.getKey(), place, findings);
      measurable &= check(member.getValue(), place, findings);
    }
    return measurable;
  }

  private static boolean checkItems(JsonNode array, Trail trail, Findings findings) {
    boolean measurable = true;
    for (int index = 0; index < array.size(); index++) {
      measurable &= check(array.get(index), new Trail(trail, index), findings);
    }
    return measurable;
  }

  private static boolean checkText(String text, Trail trail, Findings findings) {
    if (hasUnstorable(text)) {
      findings.add(
          Violation.inBody(
              trail.pointer(),
              "invalid_characters",
              trail.name() + " must not contain U+0000 or unpaired surrogates."));
    }
    return true;
  }

  private static boolean checkNumber(JsonNode number, Trail trail, Findings findings) {
    if (!number.isBigDecimal() && !number.isBigInteger()) {
      return true;
    }
    double nearest = number.decimalValue().doubleValue();
    boolean zero = nearest == 0 && number.decimalValue().signum() != 0;
    if (Double.isInfinite(nearest) || zero) {
      findings.add(
          Violation.inBody(
              trail.pointer(),
              "out_of_range",
              trail.name() + " must be a number a double can hold."));
      return false;
    }
    return true;
  }

  /** PostgreSQL stores neither, and half a surrogate pair is no character. */
  private static boolean hasUnstorable(String text) {
    for (int index = 0; index < text.length(); index++) {
      char unit = text.charAt(index);
      if (unit == 0 || Character.isLowSurrogate(unit)) {
        return true;
      }
      if (Character.isHighSurrogate(unit)
          && (++index == text.length() || !Character.isLowSurrogate(text.charAt(index)))) {
        return true;
      }
    }
    return false;
  }

  static boolean hasControls(String text) {
    return hasUnstorable(text) || text.chars().anyMatch(Character::isISOControl);
  }
}
