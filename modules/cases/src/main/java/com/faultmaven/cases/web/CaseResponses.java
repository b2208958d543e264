package com.faultmaven.cases.web;

import com.faultmaven.cases.CaseMatch;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.StatusChange;
import com.faultmaven.cases.search.Highlight;
import com.faultmaven.contracts.cases.v2.model.CaseFacets;
import com.faultmaven.contracts.cases.v2.model.CaseHighlight;
import com.faultmaven.contracts.cases.v2.model.CaseList;
import com.faultmaven.contracts.cases.v2.model.CaseResponse;
import com.faultmaven.contracts.cases.v2.model.CaseStatus;
import com.faultmaven.contracts.cases.v2.model.Category;
import com.faultmaven.contracts.cases.v2.model.FacetCount;
import com.faultmaven.contracts.cases.v2.model.MatchField;
import com.faultmaven.contracts.cases.v2.model.MyRole;
import com.faultmaven.contracts.cases.v2.model.Severity;
import com.faultmaven.contracts.cases.v2.model.StatusChangeList;
import com.faultmaven.contracts.cases.v2.model.StatusChangeResponse;
import com.faultmaven.contracts.cases.v2.model.TextRange;
import com.faultmaven.kernel.paging.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what the domain answers in the words of the contract. */
class CaseResponses {

  private CaseResponses() {}

  static CaseResponse of(CaseView seen) {
    return new CaseResponse()
        .caseId(seen.id().value())
        .organizationId(seen.organizationId())
        .userId(seen.owner().value())
        .sessionId(seen.sessionId())
        .title(seen.title())
        .description(seen.description())
        .status(status(seen.status()))
        .severity(Severity.valueOf(seen.severity().name()))
        .category(Category.valueOf(seen.category().name()))
        .metadata(seen.metadata().values())
        .tags(seen.tags())
        .messageCount((long) seen.messageCount())
        .lastMessageAt(nullableTime(seen.lastMessageAt()))
        .createdAt(time(seen.createdAt()))
        .updatedAt(time(seen.updatedAt()))
        .resolvedAt(nullableTime(seen.resolvedAt()))
        .closedAt(nullableTime(seen.closedAt()))
        .archivedAt(nullableTime(seen.archivedAt()))
        .myRole(MyRole.valueOf(seen.myRole().name()))
        .allowedStatusChanges(seen.status().next().stream().map(CaseResponses::status).toList())
        .version(seen.version().value());
  }

  static CaseList cases(Page<CaseView> page, List<CaseMatch> matches) {
    return new CaseList()
        .cases(page.map(CaseResponses::of).rows())
        .matches(matches.isEmpty() ? null : matches.stream().map(CaseResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static com.faultmaven.contracts.cases.v2.model.CaseMatch of(CaseMatch match) {
    return new com.faultmaven.contracts.cases.v2.model.CaseMatch()
        .caseId(match.caseId().value())
        .field(match.field() == null ? null : field(match.field()))
        .turnNumber(match.turn() == 0 ? null : (long) match.turn())
        .highlight(match.highlight() == null ? null : of(match.highlight()));
  }

  private static MatchField field(CaseMatch.Field field) {
    return switch (field) {
      case TITLE -> MatchField.TITLE;
      case TAGS -> MatchField.TAGS;
      case DESCRIPTION -> MatchField.DESCRIPTION;
      case MESSAGE -> MatchField.MESSAGE;
    };
  }

  private static CaseHighlight of(Highlight highlight) {
    return new CaseHighlight()
        .fragment(highlight.fragment())
        .ranges(
            highlight.ranges().stream()
                .map(range -> new TextRange().start(range.start()).end(range.end()))
                .toList());
  }

  static StatusChangeResponse of(StatusChange change) {
    return new StatusChangeResponse()
        .sequence((long) change.sequence())
        .caseId(change.caseId().value())
        .fromStatus(status(change.from()))
        .toStatus(status(change.to()))
        .reason(change.reason())
        .changedBy(change.changedBy().value())
        .changedAt(time(change.changedAt()));
  }

  static StatusChangeList statusChanges(Page<StatusChange> page) {
    return new StatusChangeList()
        .statusChanges(page.map(CaseResponses::of).rows())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static CaseFacets of(com.faultmaven.cases.CaseFacets facets) {
    return new CaseFacets()
        .total(facets.total())
        .status(counts(facets.statuses()))
        .severity(counts(facets.severities()))
        .category(counts(facets.categories()))
        .tag(counts(facets.tags()));
  }

  private static List<FacetCount> counts(List<com.faultmaven.cases.CaseFacets.Count> counts) {
    return counts.stream()
        .map(count -> new FacetCount().value(count.value()).count(count.cases()))
        .toList();
  }

  private static CaseStatus status(com.faultmaven.cases.CaseStatus status) {
    return CaseStatus.valueOf(status.name());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime nullableTime(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
