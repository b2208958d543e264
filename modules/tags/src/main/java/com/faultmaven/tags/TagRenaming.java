package com.faultmaven.tags;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseNotFound;
import com.faultmaven.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Renames a tag on the cases its caller owns in its organization. Each case is a transaction of its
 * own, so that no more than one is ever locked, and is renamed entirely or not at all; after some
 * time it leaves the rest to be asked for. After a crash, repeating the renaming finishes it.
 */
@Service
public class TagRenaming {

  private static final int BATCH = 100;
  private static final TagChange NOTHING = new TagChange(CaseTags.NONE, CaseTags.NONE);

  private final TagCommands commands;
  private final TagRows rows;
  private final TagProperties properties;
  private final Clock clock;

  TagRenaming(TagCommands commands, TagRows rows, TagProperties properties, Clock clock) {
    this.commands = commands;
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Gives a tag another name, also one that differs in its spelling only. On a case that has a tag
   * of the new name already the two become one.
   *
   * @throws TagNotFound if none of the caller's cases has the tag, nor one of the new name, which
   *     it may have become before
   */
  @Transactional(propagation = Propagation.NEVER)
  public RenamedTag rename(Tag from, Tag to, Caller caller) {
    if (!from.canExist() || !rows.isUsed(from, to, caller)) {
      throw TagNotFound.onAnyCase(from);
    }
    Instant end = clock.instant().plus(properties.renaming());
    RenamedTag result = RenamedTag.noneYet(to);
    String last = "";
    List<CaseId> batch;
    do {
      batch = rows.casesWith(from, to, caller, last, BATCH);
      for (CaseId id : batch) {
        result = result.and(rename(id, from, to, caller));
        last = id.value();
        if (!clock.instant().isBefore(end)) {
          return result.withRemaining(rows.countCasesWith(from, to, caller, last));
        }
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
