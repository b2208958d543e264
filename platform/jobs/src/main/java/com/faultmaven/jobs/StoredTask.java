package com.faultmaven.jobs;

import com.faultmaven.kernel.CorrelationId;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A task as its row holds it.
 *
 * @param correlationId of the request that planned it
 * @param data what it says
 */
record StoredTask(String correlationId, JsonNode data) {

  private static final JsonMapper JSON = new JsonMapper();

  static byte[] bytes(Object data) {
    return JSON.writeValueAsBytes(
        new StoredTask(CorrelationId.current().value(), JSON.valueToTree(data)));
  }

  <T> T as(Class<T> type) {
    return JSON.treeToValue(data, type);
  }

  CorrelationId correlation() {
    return CorrelationId.of(correlationId);
  }

  /** Recurring tasks say nothing. */
  static final class Json implements Serializer {

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
      return data == null ? null : JSON.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
      return stored == null
          ? null
          : JSON.readValue(new String(stored, StandardCharsets.UTF_8), type);
    }
  }
}
