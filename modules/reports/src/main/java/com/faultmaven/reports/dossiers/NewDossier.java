package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.Category;
import com.faultmaven.cases.Severity;
import com.faultmaven.cases.TagNames;
import com.faultmaven.cases.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case is opened with that comes from reports.
 *
 * @param severity null for that of the anchor
 * @param classification null for that of the anchor
 * @param geometry a Polygon or a MultiPolygon as GeoJSON
 * @param anchor the id of the report that stands for the case; null for the worst
 * @param reports at most 500 ids, each once
 */
public record NewDossier(
    Title title,
    String description,
    @Nullable Severity severity,
    Category category,
    TagNames tags,
    String type,
    @Nullable String classification,
    @Nullable String uncertaintyNotes,
    @Nullable String geometry,
    @Nullable String anchor,
    List<String> reports,
    @Nullable String cluster) {}
