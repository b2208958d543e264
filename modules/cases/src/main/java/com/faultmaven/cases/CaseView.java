package com.faultmaven.cases;

import com.faultmaven.edge.EntityVersion;
import com.faultmaven.edge.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as one caller sees it. */
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
    int messageCount,
    @Nullable Instant lastMessageAt,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    @Nullable Instant closedAt,
    @Nullable Instant archivedAt,
    CaseRole myRole,
    EntityVersion version) {}
