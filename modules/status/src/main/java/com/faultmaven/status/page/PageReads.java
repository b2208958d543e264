package com.faultmaven.status.page;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Condition;
import com.faultmaven.status.Conditions;
import com.faultmaven.status.Page;
import com.faultmaven.status.ServiceId;
import com.faultmaven.status.StatusPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads public pages with their services, in one statement. */
@Repository
public class PageReads {

  private static final String PAGE =
      """
      select %s, s.*
      %s left join (
        select s.id, s.name, s.description, s.group_name, s.position, s.start_date, s.created_at,
          s.updated_at, c.condition
        from status.services s %s where s.organization_id = :organization) s on true
      order by s.position, s.name, s.id
      """
          .formatted(PageRow.COLUMNS, PageRow.FROM, Conditions.OF_SERVICES);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PageRow pages;

  PageReads(JdbcClient jdbc, Clock clock, StatusPages pages) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.pages = new PageRow(pages);
  }

  /**
   * The page of an organization, as it is now.
   *
   * @throws PageNotFound if it is not public
   */
  public PublicPage get(OrganizationId organization) {
    Instant now = clock.instant();
    ResultSetExtractor<PublicPage> extractor = rows -> read(rows, organization, now);
    return jdbc.sql(PAGE)
        .param("organization", organization.value())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(extractor);
  }

  private PublicPage read(ResultSet rows, OrganizationId organization, Instant now)
      throws SQLException {
    rows.next();
    Page page = pages.read(rows, organization);
    Instant changed = PageRow.timeIfAny(rows, "page_changed");
    List<ShownService> services = new ArrayList<>();
    do {
      if (rows.getObject("id") != null) {
        ShownService service = service(rows);
        services.add(service);
        changed = later(changed, service.updatedAt());
      }
    } while (rows.next());
    return new PublicPage(organization, page, now, changed, List.copyOf(services));
  }

  private static Instant later(@Nullable Instant known, Instant other) {
    return known == null || known.isBefore(other) ? other : known;
  }

  private static ShownService service(ResultSet row) throws SQLException {
    return new ShownService(
        new ServiceId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getString("description"),
        row.getString("group_name"),
        row.getInt("position"),
        row.getObject("start_date", LocalDate.class),
        PageRow.time(row, "created_at"),
        PageRow.time(row, "updated_at"),
        Condition.of(row.getString("condition")));
  }
}
