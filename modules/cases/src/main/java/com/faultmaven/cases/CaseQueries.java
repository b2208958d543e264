package com.faultmaven.cases;

import com.faultmaven.cases.CaseFilter.Scope;
import com.faultmaven.cases.CaseListQuery.Fetched;
import com.faultmaven.cases.CaseListQuery.Listed;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything one may read of cases. Each query sees only what its caller may, which is never a case
 * of another organization; what it may not is {@link CaseNotFound} or simply not in the list.
 */
@Service
public class CaseQueries {

  private static final String SEEN =
      """
      select %s, case when c.owner_id = ? then 'owner' else p.role end as my_role
      from cases.cases c
      left join cases.participants p on p.case_id = c.case_id and p.user_id = ?
      where %%s and c.organization_id = ? and (c.owner_id = ? or p.user_id is not null)
      """
          .formatted(CaseRows.COLUMNS);

  private static final String ONE = SEEN.formatted("c.case_id = ?");
  private static final String SOME = SEEN.formatted("c.case_id = any(?)");

  private final JdbcClient jdbc;
  private final CaseListQuery lists;
  private final CaseFacetsQuery facets;
  private final CaseMatches matches;

  CaseQueries(JdbcClient jdbc, CaseListQuery lists, CaseFacetsQuery facets, CaseMatches matches) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.facets = facets;
    this.matches = matches;
  }

  public CaseView get(CaseId id, Caller caller) {
    String user = caller.userId().value();
    return jdbc.sql(ONE)
        .params(user, user, id.value(), caller.organizationId().value(), user)
        .query(new CaseRows())
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /** Those of these cases that a caller may see, in no order; one statement, or none for none. */
  public List<CaseView> among(Collection<CaseId> ids, Caller caller) {
    String user = caller.userId().value();
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SOME)
            .params(user, user, CaseId.values(ids), caller.organizationId().value(), user)
            .query(new CaseRows())
            .list();
  }

  /** The cases a caller may see. */
  public Page<CaseView> list(CaseFilter filter, CaseSort sort, Paging paging, Caller caller) {
    CursorScope list = scopeOf("cases/a", caller);
    return page(list, () -> visible(filter, sort, caller), filter, sort, paging).map(Listed::view);
  }

  /**
   * The cases one user owns.
   *
   * @throws UserNotFound unless the caller asks for its own or is an admin
   */
  public Page<CaseView> listOf(
      UserId owner, CaseFilter filter, CaseSort sort, Paging paging, Caller caller) {
    if (!caller.is(owner) && !caller.isAdmin()) {
      throw UserNotFound.of(owner);
    }
    CursorScope list = scopeOf("cases of a user/a", caller).with("owner", owner);
    return page(list, () -> owned(owner, filter, sort, caller), filter, sort, paging)
        .map(Listed::view);
  }

  /** How the cases of a list spread over status, severity, category and tag. */
  public CaseFacets facets(CaseFilter filter, Caller caller) {
    return facets.count(visible(filter, CaseSort.NEWEST, caller));
  }

  /**
   * Why the cases of a page were found; none unless the filter searches for words.
   *
   * @param highlighted whether to show the place of the text
   */
  public List<CaseMatch> matches(List<CaseView> found, CaseFilter filter, boolean highlighted) {
    CaseSearch search = CaseSearch.of(filter);
    return search == null || !search.query().hasTerms() || found.isEmpty()
        ? List.of()
        : matches.of(found, search, highlighted);
  }

  private Page<Listed> page(
      CursorScope scope,
      Supplier<List<CaseSelection>> selections,
      CaseFilter filter,
      CaseSort sort,
      Paging paging) {
    CursorScope list = filter.narrowed(scope).with("sort", sort.word());
    CaseSearch search = CaseSearch.of(filter);
    List<CaseSelection> selected = selections.get();
    Position end =
        paging.cursor() == null ? null : Cursor.read(list, paging.cursor(), sort::position);
    Fetched fetched = lists.fetch(selected, sort, search, end, paging);
    return new LargeRows<>(
            fetched.fitting(),
            Math.min(fetched.found(), paging.limit()),
            last -> last.position().cursor(list),
            fetched.end() == null ? null : fetched.end().cursor(list))
        .page(
            paging,
            () -> fetched.total() == null ? lists.count(selected) : fetched.total(),
            next -> page(scope, selections, filter, sort, next));
  }

  private static CursorScope scopeOf(String name, Caller caller) {
    return CursorScope.of(name)
        .with("user", caller.userId())
        .with("organization", caller.organizationId());
  }

  private static List<CaseSelection> visible(CaseFilter filter, CaseSort sort, Caller caller) {
    List<CaseSelection> selections = new ArrayList<>();
    if (filter.scope() != Scope.SHARED) {
      selections.addAll(owned(caller.userId(), filter, sort, caller));
    }
    if (filter.scope() != Scope.OWNED) {
      shared(filter, caller).forEach(part -> selections.add(part.matching(filter)));
    }
    return selections;
  }

  private static List<CaseSelection> shared(CaseFilter filter, Caller caller) {
    return CaseSearch.isForWords(filter)
        ? CaseSelection.searchedSharedWith(caller)
        : List.of(CaseSelection.sharedWith(caller));
  }

  /** The cases of one status are in the order of their creation in an index. */
  private static List<CaseSelection> owned(
      UserId owner, CaseFilter filter, CaseSort sort, Caller caller) {
    boolean inOrder = sort.isByCreation() && filter.text() == null;
    List<CaseFilter> filters = inOrder ? filter.byStatus() : List.of(filter);
    return filters.stream()
        .map(part -> CaseSelection.ownedBy(owner, caller).matching(part))
        .toList();
  }
}
