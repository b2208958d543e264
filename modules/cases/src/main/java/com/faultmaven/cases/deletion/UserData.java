package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts that what is kept of a user is deleted: all of it, in every module and organization. */
@Service
public class UserData {

  private static final Logger log = LoggerFactory.getLogger(UserData.class);
  private static final Pattern USER = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final OwnedCases cases;
  private final PendingDeletions deletions;
  private final UserDataProperties properties;
  private final Clock clock;

  UserData(
      OwnedCases cases, PendingDeletions deletions, UserDataProperties properties, Clock clock) {
    this.cases = cases;
    this.deletions = deletions;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Accepts the deletion. One without anything to delete is accepted as well, and one that is under
   * way already goes on at once.
   *
   * @param by who wants it: an administrator, or the user
   * @throws InvalidRequest if no user can have that id
   */
  @Transactional
  public UserDataDeletion delete(UserId user, UserId by) {
    requireSomebody(user);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UserDataDeletion accepted = new UserDataDeletion(user, cases.numberOf(user), now);
    deletions.add(
        new PendingDeletion(user, CorrelationId.current(), TraceParent.current()),
        now.plus(properties.settle()),
        now);
    log.info(
        "User {} has the data of user {} deleted ({} cases)",
        by.pseudonym(),
        user.pseudonym(),
        accepted.cases());
    return accepted;
  }

  private static void requireSomebody(UserId user) {
    if (!USER.matcher(user.value()).matches()) {
      throw InvalidRequest.parameter(
          "user_id", "invalid_format", "user_id must be 1 to 255 visible ASCII characters.");
    }
    if (user.equals(UserId.DELETED)) {
      throw InvalidRequest.parameter(
          "user_id", "not_allowed", user + " stands for users whose data is deleted.");
    }
  }
}
