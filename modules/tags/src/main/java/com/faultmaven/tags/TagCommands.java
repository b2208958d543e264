package com.faultmaven.tags;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.LockedCase;
import com.faultmaven.cases.RetaggedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes the tags of a case. Each change locks the case, checks, changes, hands
 * the case its copy of the names, and tells the fact last, all in one transaction. What changes
 * nothing writes nothing.
 */
@Service
@Transactional
public class TagCommands {

  private final CaseAccess cases;
  private final TagRows rows;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  TagCommands(CaseAccess cases, TagRows rows, ApplicationEventPublisher facts, Clock clock) {
    this.cases = cases;
    this.rows = rows;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Adds tags behind those the case has.
   *
   * @throws TooManyTags if it would have more than 50
   */
  public TaggedCase add(CaseId id, List<Tag> more, IfMatch condition, Caller caller) {
    return change(id, condition, caller, tags -> tags.plus(more)).seen();
  }

  /** Gives the case exactly these tags, in this order and spelling. */
  public TaggedCase replace(CaseId id, CaseTags wanted, IfMatch condition, Caller caller) {
    return change(id, condition, caller, _ -> wanted).seen();
  }

  /**
   * Takes a tag off the case.
   *
   * @throws TagNotFound if the case does not have it
   */
  public TaggedCase remove(CaseId id, Tag tag, IfMatch condition, Caller caller) {
    return change(id, condition, caller, tags -> requireTag(id, tag, tags).without(tag)).seen();
  }

  /** Renames a tag on one case; on a case without it nothing happens. */
  TagChange rename(CaseId id, Tag from, Tag to, Caller caller) {
    return change(id, IfMatch.of(null), caller, tags -> tags.renamed(from, to)).change();
  }

  private static CaseTags requireTag(CaseId id, Tag tag, CaseTags tags) {
    if (!tags.has(tag)) {
      throw TagNotFound.on(id, tag);
    }
    return tags;
  }

  private Outcome change(
      CaseId id, IfMatch condition, Caller caller, UnaryOperator<CaseTags> rule) {
    LockedCase theCase = cases.lock(id, condition, caller);
    CaseTags before = rows.of(id);
    TagChange change = new TagChange(before, rule.apply(before));
    if (change.isNone()) {
      return new Outcome(change, theCase.version());
    }
    rows.write(id, theCase.owner(), theCase.organization(), change);
    RetaggedCase retagged = cases.retag(theCase, change.after().toNames());
    facts.publishEvent(fact(theCase, retagged, change));
    return new Outcome(change, retagged.version());
  }

  private CaseTagsChanged fact(LockedCase theCase, RetaggedCase retagged, TagChange change) {
    return new CaseTagsChanged(
        theCase.id(),
        theCase.owner(),
        change.added(),
        change.removed(),
        change.after().names(),
        retagged.fact(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  private record Outcome(TagChange change, EntityVersion version) {

    TaggedCase seen() {
      return new TaggedCase(change.after(), version);
    }
  }
}
