package com.faultmaven.status;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pages as they are stored; those nobody described have the defaults. */
@Repository
class Pages {

  private static final String COLUMNS = "name, description, url, time_zone, public, version";

  private final JdbcClient jdbc;
  private final StatusProperties properties;

  Pages(JdbcClient jdbc, StatusProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  Page of(OrganizationId organization) {
    return jdbc.sql("select " + COLUMNS + " from status.pages where organization_id = ?")
        .param(organization.value())
        .query(Pages::page)
        .optional()
        .orElseGet(() -> usual(organization));
  }

  /** The version that is there, locked until the transaction ends. */
  EntityVersion lock(OrganizationId organization) {
    return jdbc.sql("select version from status.pages where organization_id = ? for update")
        .param(organization.value())
        .query((row, _) -> new EntityVersion(row.getLong(1)))
        .optional()
        .orElse(new EntityVersion(0));
  }

  Page put(OrganizationId organization, PageDescription said, Instant now) {
    Page page = described(said, usual(organization));
    return jdbc.sql(
            """
            insert into status.pages as p (organization_id, name, description, url, time_zone, public,
              updated_at, version)
            values (:organization, :name, :description, :url, :zone, :public, :now, 1)
            on conflict (organization_id) do update set name = :name, description = :description,
              url = :url, time_zone = :zone, public = :public, updated_at = :now,
              version = p.version + 1
            returning name, description, url, time_zone, public, version
            """)
        .param("organization", organization.value())
        .param("name", page.name())
        .param("description", page.description(), Types.VARCHAR)
        .param("url", page.url(), Types.VARCHAR)
        .param("zone", page.timeZone().getId())
        .param("public", page.isPublic())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Pages::page)
        .single();
  }

  private static Page described(PageDescription said, Page usual) {
    return new Page(
        Objects.requireNonNullElse(said.name(), usual.name()),
        said.description(),
        said.url(),
        Objects.requireNonNullElse(said.timeZone(), usual.timeZone()),
        Objects.requireNonNullElse(said.isPublic(), usual.isPublic()),
        usual.version());
  }

  Page usual(OrganizationId organization) {
    return new Page(
        "Status",
        null,
        null,
        ZoneId.of("UTC"),
        properties.isPublicByDefault(organization),
        new EntityVersion(0));
  }

  private static Page page(ResultSet row, int number) throws SQLException {
    return new Page(
        row.getString("name"),
        row.getString("description"),
        row.getString("url"),
        ZoneId.of(row.getString("time_zone")),
        row.getBoolean("public"),
        new EntityVersion(row.getLong("version")));
  }
}
