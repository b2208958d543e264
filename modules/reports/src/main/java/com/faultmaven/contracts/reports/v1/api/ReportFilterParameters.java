package com.faultmaven.contracts.reports.v1.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters that narrow a list of reports: those the contract marks as this group. */
public record ReportFilterParameters(
    @Nullable String status,
    @Nullable String classification,
    @Nullable String visibility,
    @Nullable String source,
    @BindParam("external_id") @Nullable String externalId,
    @Nullable List<Integer> seq,
    @BindParam("case_id") @Nullable String caseId,
    @Nullable String reporter,
    @Nullable String bbox,
    @Nullable String q,
    @BindParam("reported_after") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime reportedAfter,
    @BindParam("reported_before") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime reportedBefore,
    @BindParam("severity_min") @Nullable Double severityMin) {}
