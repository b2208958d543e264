package com.faultmaven.status;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.status.IncidentListQuery.Found;
import com.faultmaven.status.IncidentListQuery.Position;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything one may read of incidents. */
@Service
public class IncidentQueries {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final IncidentReads reads;
  private final IncidentListQuery lists;
  private final Permissions permissions;
  private final CaseAccess cases;

  IncidentQueries(
      IncidentReads reads, IncidentListQuery lists, Permissions permissions, CaseAccess cases) {
    this.reads = reads;
    this.lists = lists;
    this.permissions = permissions;
    this.cases = cases;
  }

  /** Some incidents, how many there are in all, and what leads to the next ones. */
  public record Listed(
      List<Incident> incidents, int total, Paging asked, @Nullable String nextCursor) {}

  /** An incident with its whole timeline. */
  public Incident get(IncidentId id, Visitor visitor) {
    permissions.requireReader(visitor);
    return reads.get(id, visitor.organization());
  }

  /** Incidents, the newest first, with the last of their updates. */
  public Listed list(IncidentFilter filter, Paging paging, Visitor visitor) {
    permissions.requireReader(visitor);
    if (filter.caseId() != null) {
      cases.requireReadable(filter.caseId(), permissions.requireNamed(visitor));
    }
    CursorScope list =
        filter.narrowed(CursorScope.of("incidents/a").with("organization", visitor.organization()));
    Position after =
        paging.cursor() == null
            ? null
            : Cursor.read(
                list,
                paging.cursor(),
                parts -> new Position(parts.instant(), UUID.fromString(parts.word(ID))));
    Found found =
        lists.fetch(visitor.organization(), filter, after, paging.limit() + 1, paging.offset());
    boolean more = found.incidents().size() > paging.limit();
    List<Incident> page = more ? found.incidents().subList(0, paging.limit()) : found.incidents();
    return new Listed(
        page,
        found.total(),
        paging,
        more ? Cursor.after(list, page.getLast().createdAt(), page.getLast().id()) : null);
  }
}
