package com.faultmaven.edge.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

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
}
