package com.faultmaven.tags;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseNotFound;
import com.faultmaven.edge.Caller;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Renames a tag on every case its caller owns, some cases at a time. Each case is renamed in a
 * transaction of its own, entirely or not at all: after a crash, repeating the renaming finishes
 * the rest. Within a transaction of its caller's, which the edge opens for a request with an {@code
 * Idempotency-Key}, all of it happens or nothing.
 */
@Service
public class TagRenaming {

  private static final int BATCH = 100;
  private static final TagChange NOTHING = new TagChange(CaseTags.NONE, CaseTags.NONE);

  private final TagCommands commands;
  private final TagRows rows;

  TagRenaming(TagCommands commands, TagRows rows) {
    this.commands = commands;
    this.rows = rows;
  }

  /**
   * Gives a tag another name, also one that differs in its spelling only. On a case that has a tag
   * of the new name already the two become one.
   *
   * @throws TagNotFound if none of the caller's cases has the tag
   */
  public RenamedTag rename(Tag from, Tag to, Caller caller) {
    if (!from.canExist() || !rows.isUsed(from, caller.userId())) {
      throw TagNotFound.onAnyCase(from);
    }
    RenamedTag result = new RenamedTag(to, 0, 0);
    String last = "";
    List<CaseId> batch;
    do {
      batch = rows.casesWith(from, to, caller.userId(), last, BATCH);
      for (CaseId id : batch) {
        result = result.and(rename(id, from, to, caller));
        last = id.value();
      }
    } while (batch.size() == BATCH);
    return result;
  }

  /** A case that was deleted since its id was read is passed over. */
  private TagChange rename(CaseId id, Tag from, Tag to, Caller caller) {
    try {
      return commands.rename(id, from, to, caller);
    } catch (CaseNotFound deletedMeanwhile) {
      return NOTHING;
    }
  }
}
