package com.faultmaven.status.page;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads timelines, and puts corrections in the place of what they correct. */
final class Timeline {

  private Timeline() {}

  /**
   * What is shown of what was said.
   *
   * @param entries each an id, a message, a status, a time, and the id of what it corrects or null
   */
  static List<Remark> of(List<JsonNode> entries) {
    Map<String, JsonNode> corrections = new HashMap<>();
    for (JsonNode entry : entries) {
      if (!entry.get(4).isNull()) {
        corrections.put(entry.get(4).asString(), entry);
      }
    }
    // what is corrected by an entry of these but is no entry itself was said too long ago
    return entries.stream()
        .filter(entry -> entry.get(4).isNull())
        .map(entry -> shown(entry, last(entry, corrections)))
        .toList();
  }

  private static @Nullable JsonNode last(JsonNode entry, Map<String, JsonNode> corrections) {
    JsonNode last = null;
    JsonNode next = corrections.get(entry.get(0).asString());
    while (next != null) {
      last = next;
      next = corrections.get(next.get(0).asString());
    }
    return last;
  }

  private static Remark shown(JsonNode said, @Nullable JsonNode corrected) {
    return new Remark(
        UUID.fromString(said.get(0).asString()),
        (corrected == null ? said : corrected).get(1).asString(),
        NoticeStatus.of(said.get(2).asString()),
        time(said).toInstant(),
        corrected == null ? null : time(corrected).toInstant());
  }

  private static OffsetDateTime time(JsonNode entry) {
    return OffsetDateTime.parse(entry.get(3).asString());
  }
}
