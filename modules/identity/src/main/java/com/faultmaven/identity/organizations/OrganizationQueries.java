package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What may be read of organizations; one statement each. */
@Service
public class OrganizationQueries {

  private static final String SEEN =
      """
      select %s, mine.role as my_role, mine.joined_at as joined_at,
        (select m.user_id from identity.members m
          where m.organization_id = o.organization_id and m.role = 'owner'
          order by m.joined_at, m.user_id limit 1) as owner_id
      from identity.organizations o
      """
          .formatted(OrganizationRows.COLUMNS);

  private static final String ONE =
      SEEN
          + """
            left join identity.members mine
              on mine.organization_id = o.organization_id and mine.user_id = ?
          where o.%s = ? and o.deleted_at is null
          """;

  private static final String OWN =
      SEEN
          + """
            join identity.members mine on mine.organization_id = o.organization_id
          where mine.user_id = ? and o.deleted_at is null
            and (mine.joined_at, o.organization_id) > (?, ?)
          order by mine.joined_at, o.organization_id limit ? offset ?
          """;

  private static final String COUNT_OWN =
      """
      select count(*) from identity.members m
        join identity.organizations o on o.organization_id = m.organization_id
      where m.user_id = ? and o.deleted_at is null
      """;

  private final JdbcClient jdbc;

  OrganizationQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An organization that the caller may see.
   *
   * @throws OrganizationNotFound if there is none
   */
  public OrganizationView get(OrganizationId id, Caller caller) {
    return find("organization_id", id.value(), caller)
        .orElseThrow(() -> OrganizationNotFound.of(id));
  }

  /**
   * An organization that the caller may see, by its slug.
   *
   * @throws OrganizationNotFound if there is none
   */
  public OrganizationView called(String slug, Caller caller) {
    return find("slug", slug, caller).orElseThrow(() -> OrganizationNotFound.called(slug));
  }

  private Optional<OrganizationView> find(String column, String value, Caller caller) {
    return jdbc.sql(ONE.formatted(column))
        .params(caller.userId().value(), value)
        .query((row, _) -> view(row))
        .optional()
        .filter(found -> new Standing(found.role(), null, caller.isAdmin()).sees());
  }

  private record Position(Instant joinedAt, String id) {}

  private record Own(OrganizationView view, Instant joinedAt) {}

  /** Those the caller belongs to, the longest membership first. */
  public Page<OrganizationView> own(Paging paging, Caller caller) {
    CursorScope list = CursorScope.of("organizations/a").with("user", caller.userId());
    String cursor = paging.cursor();
    Position start =
        cursor == null
            ? new Position(Instant.EPOCH, "")
            : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.rest()));
    List<Own> fetched =
        jdbc.sql(OWN)
            .params(
                caller.userId().value(),
                start.joinedAt().atOffset(ZoneOffset.UTC),
                start.id(),
                paging.limit() + 1,
                paging.offset())
            .query((row, _) -> new Own(view(row), moment(row)))
            .list();
    return Page.of(
            fetched,
            paging,
            () -> jdbc.sql(COUNT_OWN).param(caller.userId().value()).query(Long.class).single(),
            last -> Cursor.after(list, last.joinedAt(), last.view().organization().id().value()))
        .map(Own::view);
  }

  /**
   * What the caller is to an organization.
   *
   * @throws OrganizationNotFound if they may not see it
   */
  public Standing standing(OrganizationId id, Caller caller) {
    return new Standing(get(id, caller).role(), null, caller.isAdmin());
  }

  /**
   * Requires that the caller may do something about an organization.
   *
   * @throws OrganizationNotFound if they may not see it
   */
  public void require(Act act, OrganizationId id, Caller caller) {
    standing(id, caller).require(act);
  }

  private static OrganizationView view(ResultSet row) throws SQLException {
    String owner = row.getString("owner_id");
    return new OrganizationView(
        OrganizationRows.organization(row),
        owner == null ? null : new UserId(owner),
        OrganizationRole.of(row.getString("my_role")));
  }

  private static Instant moment(ResultSet row) throws SQLException {
    return row.getObject("joined_at", OffsetDateTime.class).toInstant();
  }
}
