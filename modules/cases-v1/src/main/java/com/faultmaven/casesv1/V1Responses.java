package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.cases.v1.model.CaseListResponse;
import com.faultmaven.contracts.cases.v1.model.CaseResponse;
import com.faultmaven.kernel.paging.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Shows cases as v1 does: thirteen keys, always all of them. */
final class V1Responses {

  private V1Responses() {}

  static CaseResponse of(CaseView seen) {
    return new CaseResponse()
        .caseId(seen.id().value())
        .userId(seen.owner().value())
        .sessionId(seen.sessionId())
        .title(seen.title())
        .description(seen.description())
        .status(Words.of(V1Status.of(seen)))
        .severity(seen.severity().word())
        .category(seen.category().word())
        .metadata(seen.metadata().values())
        .tags(seen.tagsAsWritten() == null ? seen.tags() : seen.tagsAsWritten())
        .createdAt(time(seen.createdAt()))
        .updatedAt(time(seen.updatedAt()))
        .resolvedAt(nullableTime(seen.resolvedAt()));
  }

  static CaseListResponse list(Page<CaseView> found, long page, int size) {
    return new CaseListResponse()
        .cases(found.map(V1Responses::of).rows())
        .total(found.total())
        .page(page)
        .pageSize((long) size);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime nullableTime(@Nullable Instant instant) {
    return instant == null ? null : time(instant);
  }
}
