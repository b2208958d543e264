package com.faultmaven.movingin.opstatus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that does not come, or not as it was. Nothing in it quotes what people wrote.
 *
 * @param row what kind of row it is
 * @param comes whether the rest of it comes
 * @param reason a word for machines
 * @param detail the same for people
 */
public record Refused(
    String row, String id, boolean comes, String field, String reason, String detail) {

  /** As a line of the report. */
  public Map<String, @Nullable Object> line() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("row", row);
    line.put("id", id);
    line.put("outcome", comes ? "changed" : "refused");
    line.put("field", field);
    line.put("reason", reason);
    line.put("detail", detail);
    return line;
  }
}
