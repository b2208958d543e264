package com.faultmaven.cases;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Metadata as its column holds it. */
@Converter
class MetadataColumn implements AttributeConverter<Metadata, String> {

  @Override
  public String convertToDatabaseColumn(Metadata metadata) {
    return metadata.json();
  }

  @Override
  public Metadata convertToEntityAttribute(String column) {
    return Metadata.stored(column);
  }
}
