package com.faultmaven.messages;

import com.faultmaven.cases.Metadata;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as its column holds it; numbers keep every digit. */
class MetadataJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private MetadataJson() {}

  static String write(Metadata metadata) {
    return JSON.writeValueAsString(metadata.values());
  }

  @SuppressWarnings(
      "NullAway") // javac forgets in the class file that a record takes members that can be null
  static Metadata read(String column) {
    return column.equals("{}") ? Metadata.EMPTY : new Metadata(JSON.readValue(column, OBJECT));
  }
}
