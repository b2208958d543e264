package com.faultmaven.web.contract;

import com.faultmaven.kernel.Text;
import com.faultmaven.kernel.Violation;
import java.nio.CharBuffer;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** What no schema says: which names, characters and numbers can be kept as they are. */
final class TextAndNumbers {

  private static final int LONGEST_NAME = 1_000;
  private static final String STORABLE = "must not contain U+0000 or unpaired surrogates.";

  private TextAndNumbers() {}

  /** Adds what is wrong; false if there are numbers too extreme to make anything of. */
  static boolean check(JsonParser json, Findings findings) {
    boolean measurable = true;
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      switch (token) {
        case PROPERTY_NAME -> checkName(json, findings);
        case VALUE_STRING -> checkText(json, findings);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> measurable &= checkNumber(json, findings);
        default -> {}
      }
    }
    return measurable;
  }

  private static void checkName(JsonParser json, Findings findings) {
    checkText(json, findings);
    if (json.getStringLength() > LONGEST_NAME) {
      add(json, findings, "too_long", "is a name of more than 1,000 characters.");
    }
  }

  private static void checkText(JsonParser json, Findings findings) {
    CharSequence text =
        CharBuffer.wrap(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    if (hasUnstorable(text) && !findings.leaves(json.streamReadContext())) {
      add(json, findings, "invalid_characters", STORABLE);
    }
  }

  /** Adds what is wrong with the text of a value that was left to be checked by itself. */
  static void check(JsonNode value, Trail place, Findings findings) {
    if (value.isString() && hasUnstorable(value.stringValue())) {
      findings.add(() -> violation(place, "invalid_characters", STORABLE));
    }
    int index = 0;
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      check(element, new Trail(place, index++), findings);
    }
    for (var member : value.properties()) {
      Trail name = new Trail(place, member.getKey());
      if (hasUnstorable(member.getKey())) {
        findings.add(() -> violation(name, "invalid_characters", STORABLE));
      }
      check(member.getValue(), name, findings);
    }
  }

  private static boolean checkNumber(JsonParser json, Findings findings) {
    boolean readable = PlainNumber.isReadable(json.getString());
    if (!readable) {
      add(json, findings, "out_of_range", PlainNumber.RULE);
    }
    return readable;
  }

  private static void add(JsonParser json, Findings findings, String code, String predicate) {
    findings.add(() -> violation(Trail.to(json.streamReadContext()), code, predicate));
  }

  private static Violation violation(Trail trail, String code, String predicate) {
    return Violation.inBody(trail.pointer(), code, trail.name() + " " + predicate);
  }

  /** PostgreSQL stores neither, and half a surrogate pair is no character. */
  static boolean hasUnstorable(CharSequence text) {
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
    return hasUnstorable(text) || Text.hasControls(text);
  }
}
