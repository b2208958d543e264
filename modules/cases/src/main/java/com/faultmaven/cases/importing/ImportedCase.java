package com.faultmaven.cases.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.TagNames;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.Text;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of another service.
 *
 * @param tags as somebody wrote them, in their order
 * @param moves its history, oldest first
 */
public record ImportedCase(
    CaseId id,
    UserId owner,
    OrganizationId organization,
    @Nullable String session,
    String title,
    String description,
    CaseStatus status,
    Severity severity,
    Category category,
    Metadata metadata,
    List<String> tags,
    Times times,
    List<Move> moves) {

  /** When what happened to the case, to the microsecond. */
  public record Times(
      Instant created,
      Instant updated,
      @Nullable Instant resolved,
      @Nullable Instant closed,
      @Nullable Instant archived) {}

  /** A change of its status. */
  public record Move(CaseStatus from, CaseStatus to, @Nullable String reason, Instant at) {}

  /** The set of tags that the case has: what is blank or there already is none. */
  public TagNames tagNames() {
    return new TagNames(tags.stream().filter(tag -> !Text.isBlank(tag)).toList());
  }

  /** What v1 shows beside the names: null if nothing else than them. */
  @Nullable List<String> tagsAsWritten() {
    return tagNames().values().equals(tags) ? null : tags;
  }
}
