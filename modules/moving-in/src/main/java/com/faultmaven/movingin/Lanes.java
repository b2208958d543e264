package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Batch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the import of each source is. */
@Component
class Lanes {

  private static final RowMapper<Lane> LANE =
      (row, number) ->
          new Lane(
              row.getString("source"),
              row.getInt("lane"),
              row.getString("after"),
              row.getString("up_to"));

  private final JdbcTemplate jdbc;

  Lanes(javax.sql.DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  /** Those in which something is left to do; none if no import has been interrupted. */
  List<Lane> unfinished(String source) {
    return jdbc.query(
        "select * from movingin.lanes where source = ? and not finished order by lane",
        LANE,
        source);
  }

  /** Begins a new import of a source, with a lane up to each of the ids and one for the rest. */
  @Transactional
  public List<Lane> begin(String source, List<String> borders) {
    jdbc.update("delete from movingin.remarks where source = ?", source);
    jdbc.update("delete from movingin.lanes where source = ?", source);
    for (int lane = 0; lane <= borders.size(); lane++) {
      @Nullable String after = lane == 0 ? "" : borders.get(lane - 1);
      @Nullable String upTo = lane == borders.size() ? null : borders.get(lane);
      jdbc.update(
          "insert into movingin.lanes (source, lane, after, up_to) values (?, ?, ?, ?)",
          source,
          lane,
          after,
          upTo);
    }
    return unfinished(source);
  }

  /** Records a batch in the transaction that imports it. */
  void advance(Lane lane, Batch batch, Tally done) {
    jdbc.update(
        """
        update movingin.lanes set after = ?, finished = ?, new = new + ?, renewed = renewed + ?,
          unchanged = unchanged + ?, left_alone = left_alone + ?, refused = refused + ?,
          messages = messages + ?
        where source = ? and lane = ?
        """,
        batch.last(),
        batch.end(),
        done.created(),
        done.renewed(),
        done.unchanged(),
        done.left(),
        done.refused(),
        done.messages(),
        lane.source(),
        lane.number());
  }

  /** What became of the cases of a source so far. */
  Tally tally(String source) {
    return jdbc
        .query(
            "select * from movingin.lanes where source = ?",
            (row, number) ->
                new Tally(
                    row.getLong("new"),
                    row.getLong("renewed"),
                    row.getLong("unchanged"),
                    row.getLong("left_alone"),
                    row.getLong("refused"),
                    row.getLong("messages")),
            source)
        .stream()
        .reduce(Tally.NOTHING, Tally::plus);
  }
}
