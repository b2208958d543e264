package com.faultmaven.cleanapp;

import com.faultmaven.reports.dossiers.DossierAudit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client says of a change of a status beside it. The history of cases has no place for it,
 * so it stands in the audit of the dossier, with the number of the change.
 *
 * @param payload whatever belongs to the change, or null
 */
record StatusNote(String summary, @Nullable JsonNode payload) {

  static final String TYPE = "status_noted";

  private static final String SEQUENCE = "sequence";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  boolean hasMore() {
    return !summary.isEmpty() || payload != null;
  }

  /** What is kept of a change beside it. */
  Map<String, Object> beside(int sequence) {
    return with(Map.of(SEQUENCE, sequence));
  }

  /** What is kept where the status is the same as before, with what is answered of a change. */
  Map<String, Object> unmoved(String status) {
    return with(Map.of("status", status, "from_status", status, "to_status", status));
  }

  private Map<String, Object> with(Map<String, Object> known) {
    Map<String, Object> details = new LinkedHashMap<>(known);
    details.put("summary", summary);
    if (payload != null) {
      details.put("payload", payload);
    }
    return details;
  }

  /** Whether what was done shows with a change. */
  static boolean isBesideAChange(DossierAudit.Entry entry) {
    return entry.type().equals(TYPE) && JSON.readTree(entry.details()).has(SEQUENCE);
  }

  /** The notes among what was done, by the numbers of their changes. */
  static Map<Integer, StatusNote> among(List<DossierAudit.Entry> entries) {
    return entries.stream()
        .filter(StatusNote::isBesideAChange)
        .map(it -> JSON.readTree(it.details()))
        .collect(
            Collectors.toMap(
                details -> details.path(SEQUENCE).asInt(), StatusNote::of, (_, last) -> last));
  }

  private static StatusNote of(JsonNode details) {
    JsonNode payload = details.path("payload");
    return new StatusNote(
        details.path("summary").asString(""), payload.isMissingNode() ? null : payload);
  }
}
