package com.faultmaven.contracts.cases.v2.api;

import com.faultmaven.contracts.cases.v2.model.CaseScope;
import com.faultmaven.contracts.cases.v2.model.CaseStatus;
import com.faultmaven.contracts.cases.v2.model.Category;
import com.faultmaven.contracts.cases.v2.model.SearchScope;
import com.faultmaven.contracts.cases.v2.model.Severity;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters that narrow a list of cases: those the contract marks as this group. */
public record CaseFilterParameters(
    @Nullable List<CaseStatus> status,
    @Nullable List<Severity> severity,
    @Nullable List<Category> category,
    @Nullable List<String> tag,
    @BindParam("session_id") @Nullable String sessionId,
    @Nullable String q,
    SearchScope in,
    @BindParam("created_after") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime createdAfter,
    @BindParam("created_before") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime createdBefore,
    @BindParam("updated_after") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime updatedAfter,
    @BindParam("updated_before") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime updatedBefore,
    CaseScope scope,
    @BindParam("include_archived") Boolean includeArchived) {

  /** What is absent is what the contract says it is. */
  @SuppressWarnings("ConstantValue") // the binder passes null for what is absent
  public CaseFilterParameters {
    in = in == null ? SearchScope.ALL : in;
    scope = scope == null ? CaseScope.ALL : scope;
    includeArchived = includeArchived != null && includeArchived;
  }
}
