package com.faultmaven.reports;

import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads reports {@code r} with their analyses. */
public final class ReportRows implements RowMapper<Report> {

  public static final String COLUMNS =
      """
      r.report_id, r.seq, r.organization_id, r.source, r.external_id, r.reporter_id, r.reported_at,
      r.location[0] as longitude, r.location[1] as latitude, r.visibility, r.status,
      r.description, r.media, r.metadata, r.created_at, r.updated_at, r.facts, r.version,
      (select count(*) from reports.links l where l.seq = r.seq) as case_count,
      (select json_agg(json_build_array(a.language, a.title, a.summary, a.description,
          a.classification, a.severity, a.brand, a.contact_emails, a.metadata::text)
        order by a.language collate "C")
        from reports.analyses a where a.report_id = r.report_id) as analyses
      """;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Medium>> MEDIA = new TypeReference<>() {};

  @Override
  public Report mapRow(ResultSet row, int number) throws SQLException {
    String reporter = row.getString("reporter_id");
    return new Report(
        new ReportId(row.getString("report_id")),
        row.getInt("seq"),
        new OrganizationId(row.getString("organization_id")),
        row.getString("source"),
        row.getString("external_id"),
        reporter == null ? null : new UserId(reporter),
        instant(row, "reported_at"),
        place(row),
        Visibility.of(row.getString("visibility")),
        ReportStatus.of(row.getString("status")),
        row.getString("description"),
        analyses(row.getString("analyses")),
        JSON.readValue(row.getString("media"), MEDIA),
        Metadata.stored(row.getString("metadata")),
        row.getInt("case_count"),
        instant(row, "created_at"),
        instant(row, "updated_at"),
        row.getLong("facts"),
        new EntityVersion(row.getLong("version")));
  }

  private static @Nullable Place place(ResultSet row) throws SQLException {
    double longitude = row.getDouble("longitude");
    return row.wasNull() ? null : new Place(longitude, row.getDouble("latitude"));
  }

  private static List<Analysis> analyses(@Nullable String json) {
    return json == null
        ? List.of()
        : JSON.readTree(json).valueStream().map(ReportRows::analysis).toList();
  }

  private static Analysis analysis(JsonNode json) {
    return new Analysis(
        json.get(0).asString(),
        json.get(1).asString(),
        json.get(2).asString(),
        json.get(3).asString(),
        json.get(4).asString(),
        json.get(5).asDouble(),
        json.get(6).asString(),
        json.get(7).valueStream().map(JsonNode::asString).toList(),
        Metadata.stored(json.get(8).asString()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
