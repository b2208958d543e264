package com.faultmaven.cases;

import static com.faultmaven.cases.CaseRows.COLUMNS;

import com.faultmaven.edge.Caller;
import com.faultmaven.edge.UserId;
import com.faultmaven.edge.paging.Cursor;
import com.faultmaven.edge.paging.Page;
import com.faultmaven.edge.paging.Paging;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Everything one may read of cases. Each query sees only what its caller may; what it may not is
 * {@link CaseNotFound} or simply not in the list.
 */
@Service
public class CaseQueries {

  private final JdbcClient jdbc;
  private final CaseFacetsQuery facets;

  CaseQueries(JdbcClient jdbc, CaseFacetsQuery facets) {
    this.jdbc = jdbc;
    this.facets = facets;
  }

  public CaseView get(CaseId id, Caller caller) {
    return jdbc.sql(
            "select " + COLUMNS + " from cases.cases c where c.case_id = ? and c.owner_id = ?")
        .params(id.value(), caller.userId().value())
        .query(new CaseRows(caller))
        .optional()
        .orElseThrow(() -> CaseNotFound.of(id));
  }

  /** The cases a caller may see. */
  public Page<CaseView> list(CaseFilter filter, CaseSort sort, Paging paging, Caller caller) {
    String list = String.join("|", caller.userId().value(), filter.toString(), sort.name());
    return page(list, visible(filter, caller), sort, paging, caller);
  }

  /**
   * The cases one user owns.
   *
   * @throws UserNotFound unless the caller asks for its own or is an admin, who sees those of its
   *     own organization
   */
  public Page<CaseView> listOf(
      UserId owner, CaseFilter filter, CaseSort sort, Paging paging, Caller caller) {
    if (!caller.is(owner) && !caller.isAdmin()) {
      throw UserNotFound.of(owner);
    }
    String list =
        String.join("|", caller.userId().value(), owner.value(), filter.toString(), sort.name());
    return page(list, owned(owner, filter, caller), sort, paging, caller);
  }

  /** How the cases of a list spread over status, severity, category and tag. */
  public CaseFacets facets(CaseFilter filter, Caller caller) {
    return facets.count(visible(filter, caller));
  }

  private Page<CaseView> page(
      String list, CaseSelection from, CaseSort sort, Paging paging, Caller caller) {
    if (paging.cursor() != null) {
      from.after(sort, Position.parse(Cursor.position(list, paging.cursor())));
    }
    List<CaseView> fetched =
        jdbc.sql(
                "select %s from cases.cases c where %s order by %s limit %d offset %d"
                    .formatted(
                        COLUMNS, from.where(), sort.orderBy(), paging.limit() + 1, paging.offset()))
            .params(from.parameters())
            .query(new CaseRows(caller))
            .list();
    return Page.of(
        fetched,
        paging,
        () -> count(from),
        last -> Cursor.after(list, sort.positionOf(last).text()));
  }

  private long count(CaseSelection selection) {
    return jdbc.sql("select count(*) from cases.cases c where " + selection.where())
        .params(selection.parameters())
        .query(Long.class)
        .single();
  }

  private static CaseSelection visible(CaseFilter filter, Caller caller) {
    CaseSelection selection = new CaseSelection();
    return switch (filter.scope()) {
      case OWNED, ALL -> selection.and("c.owner_id = ?", caller.userId().value()).matching(filter);
      case SHARED -> selection.and("false");
    };
  }

  private static CaseSelection owned(UserId owner, CaseFilter filter, Caller caller) {
    CaseSelection selection = new CaseSelection().and("c.owner_id = ?", owner.value());
    if (!caller.is(owner)) {
      selection.and("c.organization_id = ?", caller.organizationId().value());
    }
    return selection.matching(filter);
  }
}
