package com.faultmaven.cases;

import com.faultmaven.edge.CorrelationId;
import com.faultmaven.edge.InvalidRequest;
import com.faultmaven.edge.TraceParent;
import com.faultmaven.edge.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes what is kept of a user: the cases they own, their part in other people's cases, and how
 * many cases they opened on which day. It happens in the background, one bounded step a
 * transaction; a step that did something asks for the next one as it commits, so that a crash loses
 * nothing and cases opened meanwhile go as well.
 */
@Service
public class UserData {

  private static final Logger log = LoggerFactory.getLogger(UserData.class);
  private static final Pattern USER = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private final OwnedCases cases;
  private final Participations participations;
  private final TitleNumbers titleNumbers;
  private final UserDataProperties properties;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  UserData(
      OwnedCases cases,
      Participations participations,
      TitleNumbers titleNumbers,
      UserDataProperties properties,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.cases = cases;
    this.participations = participations;
    this.titleNumbers = titleNumbers;
    this.properties = properties;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Accepts the deletion. One without anything to delete is accepted as well.
   *
   * @param by who wants it: an administrator, or the user
   * @throws InvalidRequest if no user can have that id
   */
  @Transactional
  public UserDataDeletion delete(UserId user, UserId by) {
    if (!USER.matcher(user.value()).matches()) {
      throw InvalidRequest.parameter(
          "user_id", "invalid_format", "user_id must be 1 to 255 visible ASCII characters.");
    }
    UserDataDeletion accepted = new UserDataDeletion(user, cases.numberOf(user), now());
    log.info("User {} has the data of user {} deleted ({} cases)", by, user, accepted.cases());
    facts.publishEvent(
        new UserDataDeletionRequested(
            UUID.randomUUID(), user, by, CorrelationId.current(), TraceParent.current()));
    return accepted;
  }

  /** Does one step of a deletion, within the listener's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void proceed(UserDataDeletionRequested request) {
    UserId user = request.user();
    int most = properties.batch();
    if (cases.deleteSome(user, most, now())
        || participations.endSome(user, most, request.by(), now())) {
      facts.publishEvent(request.next());
    } else {
      titleNumbers.forget(user);
      log.info("The data of user {} is deleted", user);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
