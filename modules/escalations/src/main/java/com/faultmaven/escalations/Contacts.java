package com.faultmaven.escalations;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The directory of an organization, kept by its administrators. */
@Service
@Transactional
public class Contacts {

  private static final int MOST = 1_000;

  private final ContactRows rows;
  private final RandomGenerator random;
  private final Clock clock;

  Contacts(ContactRows rows, RandomGenerator random, Clock clock) {
    this.rows = rows;
    this.random = random;
    this.clock = clock;
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  public Page<Contact> list(Paging paging, Caller caller) {
    AdministratorsOnly.require(caller);
    CursorScope list = CursorScope.of("contacts/a").with("of", caller.organizationId());
    long after =
        paging.cursor() == null
            ? 0
            : Cursor.read(list, paging.cursor(), parts -> parts.number(0, Long.MAX_VALUE));
    return Page.of(
        rows.page(caller.organizationId(), after, paging.limit() + 1, paging.offset()),
        paging,
        () -> rows.count(caller.organizationId()),
        row -> Cursor.after(list, row.number()));
  }

  /** One of the organization. */
  @Transactional(readOnly = true)
  public Contact get(String id, Caller caller) {
    AdministratorsOnly.require(caller);
    return find(id, caller, false);
  }

  /** Adds one. */
  public Contact add(ContactDetails details, Caller caller) {
    AdministratorsOnly.require(caller);
    details.checked();
    if (rows.lock(caller.organizationId()) >= MOST) {
      throw TooManyContacts.than(MOST);
    }
    return rows.insert(
        ContactId.random(random),
        caller.organizationId(),
        details,
        caller.userId(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Changes one. */
  public Contact edit(
      String id, UnaryOperator<ContactDetails> edit, IfMatch condition, Caller caller) {
    AdministratorsOnly.require(caller);
    Contact before = find(id, caller, true);
    condition.require(before.version());
    return rows.update(before.id(), edit.apply(before.details()).checked());
  }

  /** Takes one away. */
  public void delete(String id, IfMatch condition, Caller caller) {
    AdministratorsOnly.require(caller);
    Contact gone = find(id, caller, true);
    condition.require(gone.version());
    rows.delete(gone.id());
  }

  private Contact find(String id, Caller caller, boolean locked) {
    return rows.find(ContactId.of(id), caller.organizationId(), locked)
        .orElseThrow(() -> ContactNotFound.named(id));
  }
}
