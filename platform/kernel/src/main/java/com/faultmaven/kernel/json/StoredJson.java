package com.faultmaven.kernel.json;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Free-form JSON as a {@code jsonb} column holds it. Whatever PostgreSQL prints can be read and
 * given again, however it came there; what may come there is decided when it is received.
 */
public final class StoredJson {

  /** A {@code numeric} is printed in full: 131,072 digits, a point and 16,383 digits at most. */
  private static final int LONGEST_NUMBER = 150_000;

  /** Ten times what a body may ever have had, and what a thread's stack has room to write. */
  private static final int DEEPEST = 1_000;

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder(asPrinted(JsonFactory.builder()).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(new SimpleModule("plain").addSerializer(BigDecimal.class, new PlainDecimal()))
          .build();

  private StoredJson() {}

  /** The JSON object a column holds; numbers keep every digit. */
  public static Map<String, @Nullable Object> object(String column) {
    return JSON.readValue(column, OBJECT);
  }

  /** What a column takes. */
  public static String text(Map<String, @Nullable Object> object) {
    return JSON.writeValueAsString(object);
  }

  /**
   * How large JSON is as it is kept: its bytes as compact JSON in UTF-8, each number without an
   * exponent.
   *
   * @param json a tree, or the map of an object
   */
  public static long size(Object json) {
    Utf8Length length = new Utf8Length();
    JSON.writeValue(length, json);
    return length.bytes();
  }

  static JsonFactoryBuilder asPrinted(JsonFactoryBuilder json) {
    return json.streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNumberLength(LONGEST_NUMBER)
                .maxNestingDepth(DEEPEST)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  /** Of any scale: {@link StreamWriteFeature#WRITE_BIGDECIMAL_AS_PLAIN} takes 9,999 at most. */
  private static final class PlainDecimal extends ValueSerializer<BigDecimal> {

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(value.toPlainString());
    }
  }
}
