package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.OrganizationNotFound;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The teams that somebody may see; one statement for each page. */
@Service
public class TeamQueries {

  private static final String ONE =
      """
      select %s, mine.role as own, in_team.role as own_in_team
      from identity.teams t
        join identity.organizations o
          on o.organization_id = t.organization_id and o.deleted_at is null
        left join identity.members mine
          on mine.organization_id = t.organization_id and mine.user_id = ?
        left join identity.team_members in_team
          on in_team.team_id = t.team_id and in_team.user_id = ?
      where t.team_id = ? and t.deleted_at is null
      """
          .formatted(TeamRows.COLUMNS);

  /** One row at least, with how many there are. */
  private static final String OWN =
      """
      select counted.total, null as own, t.*
      from (
        select count(*) as total from identity.team_members m
          join identity.teams t on t.team_id = m.team_id
        where m.user_id = :caller and t.deleted_at is null) counted
        left join lateral (
          select %s, t.name_key, m.role as own_in_team from identity.team_members m
            join identity.teams t on t.team_id = m.team_id
          where m.user_id = :caller and t.deleted_at is null
            and (t.name_key, t.team_id) > (:key, :id)
          order by t.name_key, t.team_id limit :limit offset :offset) t on true
      order by t.name_key, t.team_id
      """
          .formatted(TeamRows.COLUMNS);

  /** One row at least of an organization that is there, with how many teams it has. */
  private static final String OF_ORGANIZATION =
      """
      select (select count(*) from identity.teams t
          where t.organization_id = o.organization_id and t.deleted_at is null) as total,
        mine.role as own, t.*
      from identity.organizations o
        left join identity.members mine
          on mine.organization_id = o.organization_id and mine.user_id = :caller
        left join lateral (
          select %s, t.name_key, m.role as own_in_team from identity.teams t
            left join identity.team_members m on m.team_id = t.team_id and m.user_id = :caller
          where t.organization_id = o.organization_id and t.deleted_at is null
            and (t.name_key, t.team_id) > (:key, :id)
          order by t.name_key, t.team_id limit :limit offset :offset) t on true
      where o.organization_id = :organization and o.deleted_at is null
      order by t.name_key, t.team_id
      """
          .formatted(TeamRows.COLUMNS);

  private final JdbcClient jdbc;

  TeamQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Seen(Standing standing, TeamView view) {}

  private record Named(TeamView view, String key) {}

  private record ListRow(Standing standing, int total, @Nullable Named named) {}

  private record ByName(String key, String id) {}

  /**
   * A team that the caller may see.
   *
   * @throws TeamNotFound if there is none
   */
  public TeamView get(TeamId id, Caller caller) {
    String user = caller.userId().value();
    return jdbc.sql(ONE)
        .params(user, user, id.value())
        .query((row, _) -> new Seen(Standing.of(caller, row.getString("own"), null), view(row)))
        .optional()
        .filter(seen -> seen.standing().sees())
        .map(Seen::view)
        .orElseThrow(() -> TeamNotFound.of(id));
  }

  /** The teams the caller is in, in the order of their names. */
  public Page<TeamView> own(Paging paging, Caller caller) {
    CursorScope list = CursorScope.of("teams/a").with("user", caller.userId());
    return page(list, paging, rows(OWN, list, paging, null, caller));
  }

  /**
   * The teams of an organization, in the order of their names.
   *
   * @throws OrganizationNotFound if the caller may not see it
   */
  public Page<TeamView> of(OrganizationId organization, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("teams/a").with("user", caller.userId()).with("organization", organization);
    List<ListRow> rows = rows(OF_ORGANIZATION, list, paging, organization, caller);
    if (rows.isEmpty() || !rows.getFirst().standing().sees()) {
      throw OrganizationNotFound.of(organization);
    }
    return page(list, paging, rows);
  }

  private List<ListRow> rows(
      String sql,
      CursorScope list,
      Paging paging,
      @Nullable OrganizationId organization,
      Caller caller) {
    String cursor = paging.cursor();
    ByName start =
        cursor == null
            ? new ByName("", "")
            : Cursor.read(
                list,
                cursor,
                parts -> {
                  String id = parts.word(TeamId.FORM);
                  return new ByName(parts.rest(), id);
                });
    JdbcClient.StatementSpec asked =
        jdbc.sql(sql)
            .param("caller", caller.userId().value())
            .param("key", start.key())
            .param("id", start.id())
            .param("limit", paging.limit() + 1)
            .param("offset", paging.offset());
    return (organization == null ? asked : asked.param("organization", organization.value()))
        .query((row, _) -> listed(row, caller))
        .list();
  }

  private static Page<TeamView> page(CursorScope list, Paging paging, List<ListRow> rows) {
    return Page.of(
            rows.stream().flatMap(row -> Stream.ofNullable(row.named())).toList(),
            paging,
            rows.getFirst()::total,
            last -> Cursor.after(list, last.view().team().id(), last.key()))
        .map(Named::view);
  }

  private static TeamView view(ResultSet row) throws SQLException {
    return new TeamView(TeamRows.team(row), TeamRole.of(row.getString("own_in_team")));
  }

  private static ListRow listed(ResultSet row, Caller caller) throws SQLException {
    boolean there = row.getString("team_id") != null;
    return new ListRow(
        Standing.of(caller, row.getString("own"), null),
        row.getInt("total"),
        there ? new Named(view(row), row.getString("name_key")) : null);
  }
}
