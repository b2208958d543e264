package com.faultmaven.cases;

import com.faultmaven.cases.CaseListQuery.Rows;
import com.faultmaven.kernel.paging.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, in SQL. All of it is looked up once, in the index, and by key and id only;
 * then the page and the total are made of it. Looking through the newest cases until a page is full
 * would read all of them for words that are rare.
 */
class FoundCases {

  /** Ranking a text means reading it. */
  private static final int MOST_RANKED = 1000;

  private static final String LISTED =
      """
      with matched as materialized (
        %s
      ), listed as materialized (
        select distinct case_id, my_role, sort_key from matched
      )
      """;

  /** The relevance of a case is that of its best text. */
  private static final String RANKED =
      """
      with matched as materialized (
        %%s
      ), ranked as (
        select d.case_id, max(%s) as relevance
        from (
          select owner_id, case_id, turn from matched
          order by written_at desc, case_id desc, turn desc limit %s) newest
        join cases.search_documents d
          on d.owner_id = newest.owner_id and d.case_id = newest.case_id and d.turn = newest.turn,
          (select ?::tsquery as query) q
        group by d.case_id
      ), listed as materialized (
        select distinct m.case_id, m.my_role, coalesce(r.relevance, m.sort_key) as sort_key
        from matched m left join ranked r on r.case_id = m.case_id
      )
      """
          .formatted(CaseSearch.RELEVANCE, MOST_RANKED);

  private static final String PAGE =
      """
      select %s, l.my_role, l.sort_key, (select count(*) from listed) as total
      from (select * from listed%s%s limit %s offset %s) l
      join cases.cases c on c.case_id = l.case_id
      """;

  private FoundCases() {}

  /**
   * The rows of a page, and one more if there is one.
   *
   * @param tsquery what was searched for
   * @param last where the page before ended, if there was one
   */
  static Rows rows(
      List<CaseSelection> selections,
      CaseSort sort,
      String tsquery,
      @Nullable Position last,
      Paging paging) {
    List<Object> parameters = new ArrayList<>();
    selections.forEach(selection -> parameters.addAll(selection.parameters()));
    String matched =
        selections.stream()
            .map(selection -> matched(selection, sort))
            .collect(Collectors.joining(" union all "));
    if (sort == CaseSort.RELEVANCE) {
      parameters.add(tsquery);
    }
    String after = "";
    if (last != null) {
      after = " where " + sort.after("sort_key", "case_id");
      parameters.addAll(List.of(last.key(), last.caseId()));
    }
    String page =
        PAGE.formatted(
            CaseRows.COLUMNS, after, sort.orderBy(), paging.limit() + 1, paging.offset());
    String listed = sort == CaseSort.RELEVANCE ? RANKED : LISTED;
    return new Rows(listed.formatted(matched) + page, parameters);
  }

  private static String matched(CaseSelection selection, CaseSort sort) {
    String role = selection.role() + " as my_role";
    String key = selection.key(sort) + " as sort_key";
    String text = sort == CaseSort.RELEVANCE ? ", c.owner_id, d.turn, d.written_at" : "";
    return selection.selectTexts("c.case_id, " + role + ", " + key + text);
  }
}
