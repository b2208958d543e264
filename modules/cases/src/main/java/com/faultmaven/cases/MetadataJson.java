package com.faultmaven.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Metadata as its column holds it; numbers keep every digit. */
@Converter
class MetadataJson implements AttributeConverter<Metadata, String> {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  static String write(Metadata metadata) {
    return JSON.writeValueAsString(metadata.values());
  }

  static Metadata read(String column) {
    return column.equals("{}") ? Metadata.EMPTY : new Metadata(JSON.readValue(column, OBJECT));
  }

  @Override
  public String convertToDatabaseColumn(Metadata metadata) {
    return write(metadata);
  }

  @Override
  public Metadata convertToEntityAttribute(String column) {
    return read(column);
  }
}
