package com.faultmaven.kernel.json;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a moment as the contract says: RFC 3339 in UTC with Z, microseconds at most. */
final class Timestamp<T> extends ValueSerializer<T> {

  private final Function<T, Instant> moment;

  Timestamp(Function<T, Instant> moment) {
    this.moment = moment;
  }

  @Override
  public void serialize(T value, JsonGenerator json, SerializationContext context) {
    json.writeString(moment.apply(value).truncatedTo(ChronoUnit.MICROS).toString());
  }
}
