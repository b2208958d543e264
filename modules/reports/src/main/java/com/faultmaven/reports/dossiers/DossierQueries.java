package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything one may read of the dossiers of the cases one may read. */
@Service
public class DossierQueries {

  private static final Pattern CLUSTER = Pattern.compile("clst_[0-9a-f]{16}");

  private final CaseAccess cases;
  private final DossierReads dossiers;
  private final LinkedReports reports;
  private final CaseClusterStore clusters;
  private final DossierAudit audit;

  DossierQueries(
      CaseAccess cases,
      DossierReads dossiers,
      LinkedReports reports,
      CaseClusterStore clusters,
      DossierAudit audit) {
    this.cases = cases;
    this.dossiers = dossiers;
    this.reports = reports;
    this.clusters = clusters;
    this.audit = audit;
  }

  private record Position(Instant at, String key) {}

  public Dossier get(CaseId id, Caller caller) {
    cases.requireReadable(id, caller);
    return dossiers.of(id);
  }

  /** The reports of a case in the order they were linked. */
  public Page<LinkedReport> reports(CaseId id, Paging paging, Caller caller) {
    cases.requireReadable(id, caller);
    CursorScope list = scope("linked reports/a", id, caller);
    String cursor = paging.cursor();
    Position after =
        cursor == null
            ? null
            : Cursor.read(
                list,
                cursor,
                parts -> new Position(parts.instant(), "" + parts.number(1, Integer.MAX_VALUE)));
    List<LinkedReport> fetched =
        reports.list(
            id,
            after == null ? null : after.at(),
            after == null ? 0 : Integer.parseInt(after.key()),
            paging.limit() + 1,
            paging.offset());
    return Page.of(
        fetched,
        paging,
        () -> reports.count(id),
        last -> Cursor.after(list, last.attachedAt(), last.seq()));
  }

  /** The clusters of a case in the order they were linked. */
  public Page<CaseCluster> clusters(CaseId id, Paging paging, Caller caller) {
    cases.requireReadable(id, caller);
    CursorScope list = scope("clusters of a case/a", id, caller);
    Position after = after(list, paging.cursor());
    List<CaseCluster> fetched =
        clusters.list(
            id,
            after == null ? null : after.at(),
            after == null ? "" : after.key(),
            paging.limit() + 1,
            paging.offset());
    return Page.of(
        fetched,
        paging,
        () -> clusters.count(id),
        last -> Cursor.after(list, last.linkedAt(), last.clusterId()));
  }

  private static @Nullable Position after(CursorScope list, @Nullable String cursor) {
    return cursor == null
        ? null
        : Cursor.read(list, cursor, parts -> new Position(parts.instant(), parts.word(CLUSTER)));
  }

  /** What was done to the dossier, the oldest first. */
  public Page<DossierAudit.Entry> audit(CaseId id, Paging paging, Caller caller) {
    cases.requireReadable(id, caller);
    CursorScope list = scope("dossier audit/a", id, caller);
    String cursor = paging.cursor();
    long after =
        cursor == null ? 0 : Cursor.read(list, cursor, parts -> parts.number(1, Long.MAX_VALUE));
    return Page.of(
        audit.of(id, after, paging.limit() + 1, paging.offset()),
        paging,
        () -> audit.count(id),
        last -> Cursor.after(list, last.number()));
  }

  private static CursorScope scope(String list, CaseId id, Caller caller) {
    return CursorScope.of(list).with("user", caller.userId()).with("case", id);
  }
}
