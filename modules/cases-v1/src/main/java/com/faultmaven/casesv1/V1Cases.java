package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseCommands;
import com.faultmaven.cases.CaseFilter;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseNotFound;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.CaseRole;
import com.faultmaven.cases.CaseSort;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.NewCase;
import com.faultmaven.cases.PermissionDenied;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.tags.CaseTags;
import com.faultmaven.tags.Tag;
import com.faultmaven.tags.TagCommands;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What v1 can do, for owners only: v1 knows nothing of sharing. */
@Service
class V1Cases {

  private static final IfMatch WHATEVER_IS_THERE = IfMatch.of(null);

  private final CaseCommands commands;
  private final CaseQueries queries;
  private final CaseAccess access;
  private final TagCommands tags;

  V1Cases(CaseCommands commands, CaseQueries queries, CaseAccess access, TagCommands tags) {
    this.commands = commands;
    this.queries = queries;
    this.access = access;
    this.tags = tags;
  }

  CaseView open(NewCase details, Caller caller) {
    return commands.open(details, caller);
  }

  CaseView get(CaseId id, Caller caller) {
    CaseView seen = queries.get(id, caller);
    if (seen.myRole() != CaseRole.OWNER) {
      throw CaseNotFound.of(id);
    }
    return seen;
  }

  @Transactional
  public CaseView overwrite(CaseId id, Overwrite change, Caller caller) {
    asOwner(id, () -> commands.overwrite(id, change.edit(), change.standing(), caller));
    if (change.tags() != null) {
      retag(id, change.tags(), caller);
    }
    return queries.get(id, caller);
  }

  @Transactional
  public void delete(CaseId id, Caller caller) {
    asOwner(id, () -> commands.delete(id, WHATEVER_IS_THERE, caller));
  }

  Page<CaseView> list(CaseFilter filter, Paging paging, Caller caller) {
    return queries.list(filter, CaseSort.NEWEST, paging, caller);
  }

  private void retag(CaseId id, List<String> written, Caller caller) {
    List<Tag> set = V1Requests.names(written).values().stream().map(Tag::new).toList();
    tags.replace(id, new CaseTags(set), WHATEVER_IS_THERE, caller);
    access.rememberTagsAsWritten(id, V1Requests.asWritten(written));
  }

  /** Whoever a case is shared with does not know of it here. */
  private static void asOwner(CaseId id, Runnable change) {
    try {
      change.run();
    } catch (PermissionDenied participant) {
      throw CaseNotFound.of(id);
    }
  }
}
