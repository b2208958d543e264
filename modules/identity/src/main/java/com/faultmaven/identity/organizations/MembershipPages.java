package com.faultmaven.identity.organizations;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of those who have joined something, the longest membership first. */
@Component
public class MembershipPages {

  private final JdbcClient jdbc;

  MembershipPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Position(Instant joinedAt, String id) {}

  private record Row<M>(Standing standing, int total, @Nullable M member) {}

  /**
   * A page; nothing if there is nothing to join that the caller may see.
   *
   * @param sql takes the caller, when and who the last one joined, how many, after how many, and
   *     the id of what is joined. It gives one row at least of what is there, with {@code my_role}
   *     of the caller in its organization, {@code member_count}, and {@code user_id}, which is null
   *     if nobody comes
   */
  public <M extends Joined> Optional<Page<M>> read(
      String sql, String id, CursorScope list, Paging paging, Caller caller, RowMapper<M> members) {
    Position start = startOf(list, paging);
    List<Row<M>> rows =
        jdbc.sql(sql)
            .params(
                caller.userId().value(),
                start.joinedAt().atOffset(ZoneOffset.UTC),
                start.id(),
                paging.limit() + 1,
                paging.offset(),
                id)
            .query((row, number) -> row(row, number, caller, members))
            .list();
    if (rows.isEmpty() || !rows.getFirst().standing().sees()) {
      return Optional.empty();
    }
    return Optional.of(
        Page.of(
            rows.stream().flatMap(row -> Stream.ofNullable(row.member())).toList(),
            paging,
            rows.getFirst()::total,
            last -> Cursor.after(list, last.joinedAt(), last.person().id().value())));
  }

  private static Position startOf(CursorScope list, Paging paging) {
    String cursor = paging.cursor();
    return cursor == null
        ? new Position(Instant.EPOCH, "")
        : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.rest()));
  }

  private static <M> Row<M> row(ResultSet row, int number, Caller caller, RowMapper<M> members)
      throws SQLException {
    return new Row<>(
        Standing.of(caller, row.getString("my_role"), null),
        row.getInt("member_count"),
        row.getString("user_id") == null ? null : members.mapRow(row, number));
  }
}
