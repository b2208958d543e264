package com.faultmaven.reports.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Category;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.TagNames;
import com.faultmaven.cases.Title;
import com.faultmaven.contracts.reports.v1.model.LinkReportsRequest;
import com.faultmaven.contracts.reports.v1.model.OpenCaseRequest;
import com.faultmaven.contracts.reports.v1.model.UpdateDossierRequest;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.reports.areas.GeoJson;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.DossierEdit;
import com.faultmaven.reports.dossiers.Link;
import com.faultmaven.reports.dossiers.NewDossier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what clients say of dossiers into the words of the domain. */
@Component
class DossierRequests {

  private final JsonMapper json;

  DossierRequests(JsonMapper json) {
    this.json = json;
  }

  NewDossier newDossier(OpenCaseRequest request) {
    return new NewDossier(
        new Title(request.getTitle()),
        orElse(request.getDescription(), ""),
        map(request.getSeverity(), it -> Severity.valueOf(it.name())),
        category(request),
        new TagNames(orElse(request.getTags(), List.of())),
        orElse(request.getType(), Dossier.INCIDENT),
        request.getClassification().orElse(null),
        request.getUncertaintyNotes().orElse(null),
        map(request.getGeometry(), this::written),
        request.getAnchorReportId().orElse(null),
        unique(orElse(request.getReportIds(), List.of())),
        request.getClusterId().orElse(null));
  }

  private static Category category(OpenCaseRequest request) {
    Category sent = map(request.getCategory(), it -> Category.valueOf(it.name()));
    return sent == null ? Category.OTHER : sent;
  }

  private static List<String> unique(List<String> ids) {
    if (Set.copyOf(ids).size() < ids.size()) {
      throw InvalidRequest.body(
          "/report_ids", "not_allowed", "report_ids must not contain the same item twice.");
    }
    return ids;
  }

  DossierEdit edit(UpdateDossierRequest patch) {
    return new DossierEdit(
        patch.getType(),
        patch.getClassification(),
        change(patch.getUncertaintyNotes()),
        geometry(patch.getGeometry()),
        change(patch.getAnchorReportId()));
  }

  private static UnaryOperator<@Nullable String> change(JsonNullable<String> sent) {
    if (!sent.isPresent()) {
      return before -> before;
    }
    String value = sent.orElse(null);
    return _ -> value;
  }

  private UnaryOperator<@Nullable String> geometry(JsonNullable<Map<String, Object>> sent) {
    if (!sent.isPresent()) {
      return before -> before;
    }
    String value = map(sent, this::written);
    return _ -> value;
  }

  static Link link(LinkReportsRequest request) {
    return new Link(
        orElse(request.getReason(), Link.MANUAL), orElse(request.getConfidence(), 1.0) + 0.0);
  }

  /** Each once, in the order they were sent. */
  static List<CaseId> cases(Collection<String> sent) {
    return sent.stream().map(CaseId::of).toList();
  }

  private String written(Map<String, Object> sent) {
    return json.writeValueAsString(GeoJson.area(sent, "/geometry").geoJson());
  }

  private static <T> T orElse(JsonNullable<T> sent, T otherwise) {
    T value = sent.orElse(null);
    return value == null ? otherwise : value;
  }

  private static <S, T> @Nullable T map(JsonNullable<S> sent, Function<S, T> mapping) {
    S value = sent.orElse(null);
    return value == null ? null : mapping.apply(value);
  }
}
