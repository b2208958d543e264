package com.faultmaven.tags;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.deletion.CaseContents;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tags of all cases, one row each. */
@Component
class TagRows implements CaseContents {

  private final JdbcClient jdbc;

  TagRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CaseTags of(CaseId id) {
    return new CaseTags(
        jdbc.sql("select name from tags.case_tags where case_id = ? order by position")
            .param(id.value())
            .query((row, number) -> new Tag(row.getString(1)))
            .list());
  }

  /** Writes what is different, in one statement for what is gone and one for the rest. */
  void write(CaseId id, UserId owner, OrganizationId organization, TagChange change) {
    List<String> gone = change.goneKeys();
    if (!gone.isEmpty()) {
      jdbc.sql("delete from tags.case_tags where case_id = ? and key = any(?)")
          .params(id.value(), gone.toArray(String[]::new))
          .update();
    }
    List<Integer> places = change.newPlaces();
    if (!places.isEmpty()) {
      put(
          id,
          owner,
          organization,
          places,
          places.stream().map(change.after().values()::get).toList());
    }
  }

  private void put(
      CaseId id, UserId owner, OrganizationId organization, List<Integer> places, List<Tag> tags) {
    jdbc.sql(
            """
            insert into tags.case_tags (case_id, owner_id, organization_id, key, name, position)
            select ?, ?, ?, tag.key, tag.name, tag.position
            from unnest(?::text[], ?::text[], ?::integer[]) as tag (key, name, position)
            on conflict (case_id, key) do update
              set name = excluded.name, position = excluded.position
            """)
        .params(
            id.value(),
            owner.value(),
            organization.value(),
            tags.stream().map(Tag::key).toArray(String[]::new),
            tags.stream().map(Tag::name).toArray(String[]::new),
            places.toArray(Integer[]::new))
        .update();
  }

  @Override
  public int deleteSome(Collection<CaseId> ids, int most) {
    return jdbc.sql(
            """
            delete from tags.case_tags where (case_id, key) in (
              select case_id, key from tags.case_tags where case_id = any(?) limit ?)
            """)
        .params(CaseId.values(ids), most)
        .update();
  }

  /** Whether any case the owner has in its organization has either tag. */
  boolean isUsed(Tag one, Tag other, Caller owner) {
    return jdbc.sql(
            """
            select exists (
              select from tags.case_tags where owner_id = ? and organization_id = ? and key in (?, ?))
            """)
        .params(owner.userId().value(), owner.organizationId().value(), one.key(), other.key())
        .query(Boolean.class)
        .single();
  }

  /**
   * The next cases of the owner in its organization, by id, that have the tag under another name
   * than this.
   *
   * @param after an id, or the empty string to begin with
   */
  List<CaseId> casesWith(Tag tag, Tag butNamed, Caller owner, String after, int limit) {
    return jdbc.sql(
            """
            select case_id from tags.case_tags
            where owner_id = ? and organization_id = ? and key = ? and name <> ? and case_id > ?
            order by case_id limit ?
            """)
        .params(
            owner.userId().value(),
            owner.organizationId().value(),
            tag.key(),
            butNamed.name(),
            after,
            limit)
        .query((row, number) -> CaseId.of(row.getString(1)))
        .list();
  }

  /** How many cases come after that id. */
  long countCasesWith(Tag tag, Tag butNamed, Caller owner, String after) {
    return jdbc.sql(
            """
            select count(*) from tags.case_tags
            where owner_id = ? and organization_id = ? and key = ? and name <> ? and case_id > ?
            """)
        .params(
            owner.userId().value(),
            owner.organizationId().value(),
            tag.key(),
            butNamed.name(),
            after)
        .query(Long.class)
        .single();
  }
}
