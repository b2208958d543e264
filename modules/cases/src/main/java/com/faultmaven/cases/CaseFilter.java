package com.faultmaven.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows; an empty collection or null does not restrict.
 *
 * @param statuses any of these
 * @param severities any of these
 * @param categories any of these
 * @param tags all of these, ignoring case
 * @param text what to search for in title, tags and description, as one types it into a search box
 * @param createdAfter exclusive, as are the other three
 */
public record CaseFilter(
    Scope scope,
    Set<CaseStatus> statuses,
    Set<Severity> severities,
    Set<Category> categories,
    List<String> tags,
    @Nullable SessionId sessionId,
    @Nullable String text,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore,
    @Nullable Instant updatedAfter,
    @Nullable Instant updatedBefore,
    Archived archived) {

  /** What becomes of cases that were put aside. */
  public enum Archived {
    LEFT_OUT,
    INCLUDED,
    ALONE
  }

  /** Whose cases: the caller's own, those others share with the caller, or both. */
  public enum Scope {
    OWNED,
    SHARED,
    ALL
  }
}
