package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as one caller sees it.
 *
 * @param tagsAsWritten what v1 last called its tags, or null if nothing else than the tags
 */
public record CaseView(
    CaseId id,
    String organizationId,
    UserId owner,
    @Nullable String sessionId,
    String title,
    String description,
    CaseStatus status,
    Severity severity,
    Category category,
    Metadata metadata,
    List<String> tags,
    @Nullable List<String> tagsAsWritten,
    int messageCount,
    @Nullable Instant lastMessageAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant archivedAt,
    CaseRole myRole,
    EntityVersion version) {

  /**
   * Changes with everything this caller sees of the case. It begins with the version, which is all
   * that {@code If-Match} compares: a conversation that goes on is no reason to refuse an edit.
   */
  public String etag() {
    if (messageCount == 0 && myRole == CaseRole.OWNER) {
      return version.tag();
    }
    String role = myRole == CaseRole.OWNER ? "" : "-" + myRole.word();
    return "\"" + version.value() + "-" + messageCount + role + "\"";
  }
}
