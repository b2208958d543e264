package com.faultmaven.casesv1;

import com.faultmaven.cases.Case;
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
import com.faultmaven.cases.v1.Overwriting;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.tags.CaseTags;
import com.faultmaven.tags.Tag;
import com.faultmaven.tags.TagCommands;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * What v1 can do, for owners only: v1 knows nothing of sharing, and to a participant there is no
 * case.
 */
@Service
class V1Cases {

  private static final IfMatch WHATEVER_IS_THERE = IfMatch.of(null);

  private final CaseCommands commands;
  private final CaseQueries queries;
  private final Overwriting overwriting;
  private final TagCommands tags;

  V1Cases(CaseCommands commands, CaseQueries queries, Overwriting overwriting, TagCommands tags) {
    this.commands = commands;
    this.queries = queries;
    this.overwriting = overwriting;
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

  CaseView overwrite(CaseId id, Overwrite change, Caller caller) {
    try {
      return overwriting.overwrite(
          id, change.edit(), change.standing(), theCase -> retag(theCase, change), caller);
    } catch (PermissionDenied participant) {
      throw CaseNotFound.of(id);
    }
  }

  void delete(CaseId id, Caller caller) {
    try {
      commands.delete(id, WHATEVER_IS_THERE, caller);
    } catch (PermissionDenied participant) {
      throw CaseNotFound.of(id);
    }
  }

  Page<CaseView> list(CaseFilter filter, Paging paging, Caller caller) {
    return queries.list(filter, CaseSort.NEWEST, paging, caller);
  }

  private void retag(Case theCase, Overwrite change) {
    if (change.tags() != null) {
      List<Tag> set = V1Requests.names(change.tags()).values().stream().map(Tag::new).toList();
      tags.replace(theCase, new CaseTags(set));
      theCase.rememberTagsAsWritten(V1Requests.asWritten(change.tags()));
    }
  }
}
