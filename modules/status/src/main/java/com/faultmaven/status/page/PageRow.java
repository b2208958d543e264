package com.faultmaven.status.page;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Page;
import com.faultmaven.status.StatusPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the page that every row of a statement begins with. */
final class PageRow {

  static final String COLUMNS =
      """
      p.name as page_name, p.description as page_description, p.url as page_url, p.time_zone,
      p.public as page_public, p.version as page_version, p.updated_at as page_changed
      """;

  /** There is a row even if there is no page. */
  static final String FROM =
      """
      from (values (1)) one left join status.pages p on p.organization_id = :organization
      """;

  private final StatusPages pages;

  PageRow(StatusPages pages) {
    this.pages = pages;
  }

  /**
   * The page of an organization.
   *
   * @throws PageNotFound if it is not public
   */
  Page read(ResultSet row, OrganizationId organization) throws SQLException {
    Page page = row.getString("page_name") == null ? pages.usual(organization) : described(row);
    if (!page.isPublic()) {
      throw PageNotFound.here();
    }
    return page;
  }

  private static Page described(ResultSet row) throws SQLException {
    return new Page(
        row.getString("page_name"),
        row.getString("page_description"),
        row.getString("page_url"),
        ZoneId.of(row.getString("time_zone")),
        row.getBoolean("page_public"),
        new EntityVersion(row.getLong("page_version")));
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant timeIfAny(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
