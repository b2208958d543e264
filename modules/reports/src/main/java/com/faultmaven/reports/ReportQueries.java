package com.faultmaven.reports;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.LargeRows;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.ReportListQuery.Fetched;
import com.faultmaven.reports.ReportListQuery.Listed;
import org.springframework.stereotype.Service;

/** Everything one may read of reports. */
@Service
public class ReportQueries {

  private final ReportReads reads;
  private final ReportListQuery lists;
  private final CaseAccess cases;

  ReportQueries(ReportReads reads, ReportListQuery lists, CaseAccess cases) {
    this.reads = reads;
    this.lists = lists;
    this.cases = cases;
  }

  /**
   * A report.
   *
   * @throws ReportNotFound if there is none that they may read
   */
  public Report get(ReportId id, Reader reader) {
    return reads.get(id, reader);
  }

  /** The reports a caller may read, in an order. */
  public Page<Report> list(ReportFilter filter, ReportSort sort, Paging paging, Caller caller) {
    if (filter.caseId() != null) {
      cases.requireReadable(filter.caseId(), caller);
    }
    return page(filter, sort, paging, Reader.of(caller)).map(Listed::report);
  }

  private Page<Listed> page(ReportFilter filter, ReportSort sort, Paging paging, Reader reader) {
    CursorScope list =
        filter
            .narrowed(
                CursorScope.of("reports/a")
                    .with("organization", reader.organization())
                    .with("user", reader.user()))
            .with("sort", sort.word());
    ReportSelection all = new ReportSelection(filter, reader);
    ReportSelection selected = new ReportSelection(filter, reader);
    if (paging.cursor() != null) {
      selected.after(sort, Cursor.read(list, paging.cursor(), ReportSort.Position::of));
    }
    Fetched fetched = lists.fetch(selected, sort, paging);
    return new LargeRows<>(
            fetched.fitting(),
            Math.min(fetched.found(), paging.limit()),
            last -> last.position().cursor(list),
            fetched.end() == null ? null : fetched.end().cursor(list))
        .page(paging, () -> lists.count(all), next -> page(filter, sort, next, reader));
  }
}
