package com.faultmaven.cases.web;

import com.faultmaven.cases.CaseEdit;
import com.faultmaven.cases.CaseEdit.SessionChange;
import com.faultmaven.cases.CaseFilter;
import com.faultmaven.cases.CaseFilter.Archived;
import com.faultmaven.cases.CaseSort;
import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Metadata;
import com.faultmaven.cases.NewCase;
import com.faultmaven.cases.SessionId;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.TagNames;
import com.faultmaven.cases.Title;
import com.faultmaven.contracts.cases.v2.api.CaseFilterParameters;
import com.faultmaven.contracts.cases.v2.model.CreateCaseRequest;
import com.faultmaven.contracts.cases.v2.model.UpdateCaseRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients send into the words of the domain. */
class CaseRequests {

  private CaseRequests() {}

  static NewCase newCase(CreateCaseRequest request) {
    String title = request.getTitle().orElse(null);
    String sessionId = request.getSessionId().orElse(null);
    String initialMessage = request.getInitialMessage().orElse(null);
    return new NewCase(
        title == null || Text.isBlank(title) ? null : new Title(title),
        orElse(request.getDescription(), ""),
        sessionId == null ? null : new SessionId(sessionId),
        map(request.getSeverity(), CaseRequests::severity, Severity.MEDIUM),
        map(request.getCategory(), CaseRequests::category, Category.OTHER),
        Metadata.of(object(orElse(request.getMetadata(), Map.of()))),
        new TagNames(orElse(request.getTags(), List.of())),
        null,
        initialMessage);
  }

  static CaseEdit edit(UpdateCaseRequest patch) {
    return new CaseEdit(
        patch.getTitle() == null ? null : new Title(patch.getTitle()),
        patch.getDescription().isPresent() ? orElse(patch.getDescription(), "") : null,
        patch.getSeverity() == null ? null : severity(patch.getSeverity()),
        patch.getCategory() == null ? null : category(patch.getCategory()),
        patch.getSessionId().isPresent() ? session(patch.getSessionId().get()) : null,
        patch.getMetadata().isPresent() ? metadata(patch.getMetadata().get()) : null);
  }

  private static SessionChange session(@Nullable String id) {
    return new SessionChange(id == null ? null : new SessionId(id));
  }

  private static UnaryOperator<Metadata> metadata(@Nullable Map<String, Object> patch) {
    return patch == null ? before -> Metadata.EMPTY : before -> before.merge(object(patch));
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Map<String, @Nullable Object> object(Map<String, Object> json) {
    return json;
  }

  static CaseStatus status(com.faultmaven.contracts.cases.v2.model.CaseStatus status) {
    return switch (status) {
      case CONSULTING -> CaseStatus.CONSULTING;
      case INVESTIGATING -> CaseStatus.INVESTIGATING;
      case RESOLVED -> CaseStatus.RESOLVED;
      case CLOSED -> CaseStatus.CLOSED;
    };
  }

  private static Severity severity(com.faultmaven.contracts.cases.v2.model.Severity severity) {
    return Severity.valueOf(severity.name());
  }

  private static Category category(com.faultmaven.contracts.cases.v2.model.Category category) {
    return Category.valueOf(category.name());
  }

  static CaseSort sort(com.faultmaven.contracts.cases.v2.model.CaseSort sort, @Nullable String q) {
    return switch (sort) {
      case NEWEST_FIRST -> CaseSort.NEWEST;
      case OLDEST_FIRST -> CaseSort.OLDEST;
      case LAST_CHANGED_FIRST -> CaseSort.LATELY_UPDATED;
      case LONGEST_UNCHANGED_FIRST -> CaseSort.LONG_UNTOUCHED;
      case RELEVANCE -> {
        if (q == null) {
          throw InvalidRequest.parameter(
              "sort", "not_allowed", "sort=relevance needs q, the text to be relevant to.");
        }
        yield CaseSort.RELEVANCE;
      }
    };
  }

  static CaseFilter filter(CaseFilterParameters sent) {
    return new CaseFilter(
        CaseFilter.Scope.valueOf(sent.scope().name()),
        all(sent.status(), CaseRequests::status),
        all(sent.severity(), CaseRequests::severity),
        all(sent.category(), CaseRequests::category),
        sent.tag() == null ? List.of() : sent.tag(),
        sent.sessionId() == null ? null : new SessionId(sent.sessionId()),
        sent.q(),
        CaseFilter.SearchScope.valueOf(sent.in().name()),
        instant(sent.createdAfter()),
        instant(sent.createdBefore()),
        instant(sent.updatedAfter()),
        instant(sent.updatedBefore()),
        sent.includeArchived() ? Archived.INCLUDED : Archived.LEFT_OUT);
  }

  private static <S, T> Set<T> all(@Nullable List<S> values, Function<S, T> mapping) {
    return values == null
        ? Set.of()
        : values.stream().map(mapping).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static <T> T orElse(JsonNullable<T> sent, T otherwise) {
    T value = sent.orElse(null);
    return value == null ? otherwise : value;
  }

  private static <S, T> T map(JsonNullable<S> sent, Function<S, T> mapping, T otherwise) {
    S value = sent.orElse(null);
    return value == null ? otherwise : mapping.apply(value);
  }
}
