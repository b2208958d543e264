package com.faultmaven.identity.teams;

import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who is in a team, for the members of its organization. */
@Service
public class TeamMemberQueries {

  /** One row at least of a team that is there, with how many are in it. */
  private static final String PAGE =
      """
      select t.member_count, mine.role as own, m.user_id, m.role, m.joined_at, m.username,
        m.display_name
      from identity.teams t
        join identity.organizations o
          on o.organization_id = t.organization_id and o.deleted_at is null
        left join identity.members mine
          on mine.organization_id = t.organization_id and mine.user_id = ?
        left join lateral (
          select m.user_id, m.role, m.joined_at, u.username, u.display_name
          from identity.team_members m join identity.users u on u.user_id = m.user_id
          where m.team_id = t.team_id and (m.joined_at, m.user_id) > (?, ?)
          order by m.joined_at, m.user_id limit ? offset ?) m on true
      where t.team_id = ? and t.deleted_at is null
      order by m.joined_at, m.user_id
      """;

  private final JdbcClient jdbc;

  TeamMemberQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Position(Instant joinedAt, String id) {}

  private record Row(Standing standing, int total, @Nullable TeamMember member) {}

  /**
   * The members of a team, the longest membership first.
   *
   * @throws TeamNotFound if the caller may not see it
   */
  public Page<TeamMember> of(TeamId id, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("team members/a").with("user", caller.userId()).with("team", id);
    String cursor = paging.cursor();
    Position start =
        cursor == null
            ? new Position(Instant.EPOCH, "")
            : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.rest()));
    List<Row> rows =
        jdbc.sql(PAGE)
            .params(
                caller.userId().value(),
                start.joinedAt().atOffset(ZoneOffset.UTC),
                start.id(),
                paging.limit() + 1,
                paging.offset(),
                id.value())
            .query((row, _) -> member(row, caller))
            .list();
    if (rows.isEmpty() || !rows.getFirst().standing().sees()) {
      throw TeamNotFound.of(id);
    }
    return Page.of(
        rows.stream().flatMap(row -> Stream.ofNullable(row.member())).toList(),
        paging,
        rows.getFirst()::total,
        last -> Cursor.after(list, last.joinedAt(), last.person().id().value()));
  }

  private static Row member(ResultSet row, Caller caller) throws SQLException {
    return new Row(
        Standing.of(caller, row.getString("own"), null),
        row.getInt("member_count"),
        row.getString("user_id") == null ? null : TeamMemberRows.member(row));
  }
}
