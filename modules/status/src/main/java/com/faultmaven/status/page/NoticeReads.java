package com.faultmaven.status.page;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Page;
import com.faultmaven.status.StatusPages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads what public pages announce, in one statement. */
@Repository
public class NoticeReads {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final PageRow pages;

  NoticeReads(JdbcClient jdbc, Clock clock, StatusPages pages) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.pages = new PageRow(pages);
  }

  /**
   * Some of what the page of an organization announces: incidents, then maintenances.
   *
   * @throws PageNotFound if the page is not public
   */
  public Announced get(OrganizationId organization, NoticeScope scope) {
    Instant now = clock.instant();
    StatementSpec statement =
        jdbc.sql(NoticeRows.select(scope))
            .param("organization", organization.value())
            .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("most", scope.most)
            .param("text", scope.text);
    scope.values.forEach((name, value) -> bind(statement, name, value));
    ResultSetExtractor<Announced> extractor = rows -> read(rows, organization, now);
    return statement.query(extractor);
  }

  private Announced read(ResultSet rows, OrganizationId organization, Instant now)
      throws SQLException {
    rows.next();
    Page page = pages.read(rows, organization);
    List<Notice> notices = new ArrayList<>();
    do {
      if (rows.getObject("id") != null) {
        notices.add(NoticeRows.notice(rows));
      }
    } while (rows.next());
    return new Announced(page, now, List.copyOf(notices));
  }

  private static void bind(StatementSpec statement, String name, Object value) {
    if (value instanceof Instant instant) {
      statement.param(name, instant.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.param(name, value);
    }
  }
}
