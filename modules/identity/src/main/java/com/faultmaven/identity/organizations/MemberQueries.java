package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who belongs to an organization, for those who do. */
@Service
public class MemberQueries {

  /** One row at least of an organization that is there, with how many members it has. */
  private static final String PAGE =
      """
      select o.organization_id, o.member_count, mine.role as my_role,
        m.user_id, m.role, m.joined_at, m.username, m.display_name
      from identity.organizations o
        left join identity.members mine
          on mine.organization_id = o.organization_id and mine.user_id = ?
        left join lateral (
          select m.user_id, m.role, m.joined_at, u.username, u.display_name
          from identity.members m join identity.users u on u.user_id = m.user_id
          where m.organization_id = o.organization_id and (m.joined_at, m.user_id) > (?, ?)
          order by m.joined_at, m.user_id limit ? offset ?) m on true
      where o.organization_id = ? and o.deleted_at is null
      order by m.joined_at, m.user_id
      """;

  private final JdbcClient jdbc;

  MemberQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Position(Instant joinedAt, String id) {}

  private record Row(Standing standing, int total, @Nullable Member member) {}

  /**
   * The members, the longest membership first.
   *
   * @throws OrganizationNotFound if the caller may not see the organization
   */
  public Page<Member> of(OrganizationId id, Paging paging, Caller caller) {
    CursorScope list =
        CursorScope.of("members/a").with("user", caller.userId()).with("organization", id);
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
            .query(
                (row, _) ->
                    new Row(
                        Standing.of(caller, row.getString("my_role"), null),
                        row.getInt("member_count"),
                        row.getString("user_id") == null ? null : MemberRows.member(row)))
            .list();
    if (rows.isEmpty() || !rows.getFirst().standing().sees()) {
      throw OrganizationNotFound.of(id);
    }
    return Page.of(
        rows.stream().flatMap(row -> Stream.ofNullable(row.member())).toList(),
        paging,
        rows.getFirst()::total,
        last -> Cursor.after(list, last.joinedAt(), last.person().id().value()));
  }
}
