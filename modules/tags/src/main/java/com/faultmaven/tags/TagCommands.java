package com.faultmaven.tags;

import com.faultmaven.cases.Case;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.IfMatch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes the tags of a case. Each change locks the case, checks, changes, hands
 * the case its copy of the names, and stores it, which publishes the fact, all in one transaction.
 * What changes nothing writes nothing.
 */
@Service
@Transactional
public class TagCommands {

  private final Cases cases;
  private final TagRows rows;
  private final Clock clock;

  TagCommands(Cases cases, TagRows rows, Clock clock) {
    this.cases = cases;
    this.rows = rows;
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

  /** Does so to a case the transaction has locked; the caller has to save it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(Case locked, CaseTags wanted) {
    change(locked, _ -> wanted);
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
    Case theCase = cases.writable(id, condition, caller);
    TagChange change = change(theCase, rule);
    return new Outcome(change, cases.save(theCase).version());
  }

  private TagChange change(Case theCase, UnaryOperator<CaseTags> rule) {
    CaseTags before = rows.of(theCase.id());
    TagChange change = new TagChange(before, rule.apply(before));
    if (!change.isNone()) {
      rows.write(theCase.id(), theCase.owner(), theCase.organization(), change);
      Instant now = clock.instant();
      long fact = theCase.retag(change.after().toNames(), now);
      theCase.publish(
          new CaseTagsChanged(
              theCase.id(),
              theCase.owner(),
              change.added(),
              change.removed(),
              change.after().names(),
              fact,
              now));
    }
    return change;
  }

  private record Outcome(TagChange change, EntityVersion version) {

    TaggedCase seen() {
      return new TaggedCase(change.after(), version);
    }
  }
}
