package com.faultmaven.web.contract;

import com.faultmaven.kernel.InvalidRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.util.StringUtils;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form as browsers encode it: names and values, escaped, parted by ampersands. */
final class Form {

  private Form() {}

  /**
   * The object with a text for each field. A field without a value is left out, as OAuth has it: it
   * is as good as absent.
   *
   * @throws MalformedBody if the fields cannot be told
   * @throws InvalidRequest if one has two values
   */
  static ObjectNode read(byte[] body) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String field : StringUtils.delimitedListToStringArray(text(body), "&")) {
      int end = field.indexOf('=');
      if (end >= 0 && end < field.length() - 1) {
        add(decoded(field.substring(0, end)), decoded(field.substring(end + 1)), fields);
      }
    }
    return fields;
  }

  private static void add(String name, String value, ObjectNode fields) {
    if (fields.has(name)) {
      Trail trail = new Trail(Trail.START, name);
      throw InvalidRequest.body(
          trail.pointer(), "too_many", trail.name() + " must be given once only.");
    }
    fields.put(name, value);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw MalformedBody.notUtf8();
    }
  }

  /** What is no UTF-8 would be read as a replacement, which nobody means to send. */
  private static String decoded(String escaped) {
    try {
      String text = StringUtils.uriDecode(escaped.replace('+', ' '), StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') >= 0) {
        throw MalformedBody.notUtf8();
      }
      return text;
    } catch (IllegalArgumentException malformed) {
      throw MalformedBody.noForm();
    }
  }
}
