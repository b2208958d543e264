package com.faultmaven.tags;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything one may read of tags. */
@Service
public class TagQueries {

  private static final String CATALOGUE =
      """
      select mode() within group (order by name collate "C") as name, count(*) as cases
      from tags.case_tags where owner_id = ? and organization_id = ? and key ^@ ?
      group by key having count(*) < ? or (count(*) = ? and key > ?)
      order by cases desc, key limit ? offset ?
      """;

  private final CaseAccess cases;
  private final TagRows rows;
  private final JdbcClient jdbc;

  TagQueries(CaseAccess cases, TagRows rows, JdbcClient jdbc) {
    this.cases = cases;
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /**
   * The tags of a case.
   *
   * @throws com.faultmaven.cases.CaseNotFound if the caller may not see the case, or there is none
   */
  public TaggedCase ofCase(CaseId id, Caller caller) {
    // in this order the tags are never older than the version they are shown with
    EntityVersion version = cases.requireReadable(id, caller);
    return new TaggedCase(rows.of(id), version);
  }

  /** The tags on the cases a caller owns in its organization, the most used first, then by name. */
  public Page<TagUse> list(TagPrefix prefix, Paging paging, Caller caller) {
    String owner = caller.userId().value();
    String organization = caller.organizationId().value();
    CursorScope list =
        CursorScope.of("tags/a")
            .with("user", owner)
            .with("organization", organization)
            .with("prefix", prefix.value().isEmpty() ? null : prefix.value());
    CataloguePosition start =
        paging.cursor() == null
            ? CataloguePosition.START
            : Cursor.read(list, paging.cursor(), CataloguePosition::of);
    List<TagUse> fetched =
        jdbc.sql(CATALOGUE)
            .params(
                owner,
                organization,
                prefix.value(),
                start.cases(),
                start.cases(),
                start.key(),
                paging.limit() + 1,
                paging.offset())
            .query((row, number) -> new TagUse(new Tag(row.getString(1)), row.getLong(2)))
            .list();
    return Page.of(
        fetched,
        paging,
        () -> count(owner, organization, prefix),
        last -> Cursor.after(list, last.cases(), last.tag().key()));
  }

  private long count(String owner, String organization, TagPrefix prefix) {
    return jdbc.sql(
            """
            select count(distinct key) from tags.case_tags
            where owner_id = ? and organization_id = ? and key ^@ ?
            """)
        .params(owner, organization, prefix.value())
        .query(Long.class)
        .single();
  }
}
