package com.faultmaven.contracts.status.v1.api;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.BindParam;

/** The parameters that narrow a list of incidents: those the contract marks as this group. */
public record IncidentFilterParameters(
    @Nullable String status,
    @Nullable String severity,
    @BindParam("service_id") @Nullable UUID serviceId,
    @Nullable Boolean active,
    @BindParam("case_id") @Nullable String caseId,
    @BindParam("started_after") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime startedAfter,
    @BindParam("started_before") @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable OffsetDateTime startedBefore) {}
