package com.faultmaven.cases;

import static com.faultmaven.cases.CaseStatus.CLOSED;
import static com.faultmaven.cases.CaseStatus.INVESTIGATING;
import static com.faultmaven.cases.CaseStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.cases.CaseEdit.SessionChange;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseTest {

  private static final Instant OPENED = Instant.parse("2026-03-14T09:26:53.589793Z");
  private static final Instant LATER = OPENED.plusSeconds(60);
  private static final UserId OWNER = new UserId("ada");

  @Test
  void opensInConsultingAsItsOwnerSaid() {
    CaseView seen = anyCase().seenAs(CaseRole.OWNER);

    assertThat(seen.status()).isEqualTo(CaseStatus.CONSULTING);
    assertThat(seen.owner()).isEqualTo(OWNER);
    assertThat(seen.createdAt()).isEqualTo(OPENED).isEqualTo(seen.updatedAt());
    assertThat(seen.version().value()).isEqualTo(1);
  }

  @Test
  void recordsEachMoveInOrder() {
    Case theCase = anyCase();

    StatusChange first = theCase.moveTo(INVESTIGATING, "looks real", OWNER, LATER);
    StatusChange second = theCase.moveTo(RESOLVED, null, OWNER, LATER.plusSeconds(1));

    assertThat(first.view())
        .isEqualTo(
            new StatusChangeView(
                theCase.id(), 1, CaseStatus.CONSULTING, INVESTIGATING, "looks real", OWNER, LATER));
    assertThat(second.view().sequence()).isEqualTo(2);
  }

  @Test
  void keepsANumberForItsEndBesideThatOfTheMove() {
    Case theCase = anyCase();
    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);
    assertThat(theCase.facts()).isEqualTo(2);

    theCase.moveTo(CLOSED, null, OWNER, LATER);
    assertThat(theCase.facts()).isEqualTo(4);
  }

  @Test
  void remembersWhenItWasResolvedUntilItIsReopened() {
    Case theCase = anyCase();
    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);
    theCase.moveTo(RESOLVED, null, OWNER, LATER);
    assertThat(theCase.seenAs(CaseRole.OWNER).resolvedAt()).isEqualTo(LATER);

    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);
    assertThat(theCase.seenAs(CaseRole.OWNER).resolvedAt()).isNull();

    Instant again = LATER.plusSeconds(10);
    theCase.moveTo(RESOLVED, null, OWNER, again);
    theCase.moveTo(CLOSED, null, OWNER, again.plusSeconds(1));
    CaseView closed = theCase.seenAs(CaseRole.OWNER);
    assertThat(closed.resolvedAt()).isEqualTo(again);
    assertThat(closed.closedAt()).isEqualTo(again.plusSeconds(1));
  }

  @Test
  void refusesToReopenAClosedCase() {
    Case theCase = anyCase();
    theCase.moveTo(CLOSED, null, OWNER, LATER);

    assertThatThrownBy(() -> theCase.moveTo(INVESTIGATING, null, OWNER, LATER))
        .isInstanceOfSatisfying(
            IllegalStatusChange.class,
            refusal ->
                assertThat(refusal.extensions())
                    .isEqualTo(Map.of("current_status", "closed", "allowed", List.of())));
  }

  @Test
  void tellsOnlyWhatAnEditReallyChanged() {
    Case theCase = anyCase();
    CaseEdit edit =
        new CaseEdit(
            new Title("Checkout is slow"),
            "p99 went from 80 ms to 4 s",
            Severity.CRITICAL,
            Category.OTHER,
            new SessionChange(null),
            metadata -> metadata);

    Changes changes = theCase.edit(edit, LATER);

    assertThat(changes.newValues())
        .isEqualTo(Map.of("description", "p99 went from 80 ms to 4 s", "severity", "critical"));
    assertThat(theCase.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void leavesNoTraceOfAnEditThatChangesNothing() {
    Case theCase = anyCase();

    Changes changes = theCase.edit(new CaseEdit(null, "", null, null, null, null), LATER);

    assertThat(changes.isEmpty()).isTrue();
    assertThat(theCase.updatedAt()).isEqualTo(OPENED);
  }

  @Test
  void archivesOnceAndRestoresOnce() {
    Case theCase = anyCase();

    assertThat(theCase.restore(LATER).isEmpty()).isTrue();
    assertThat(theCase.archive(LATER).newValues()).containsEntry("archived_at", LATER);
    assertThat(theCase.archive(LATER.plusSeconds(5)).isEmpty()).isTrue();
    assertThat(theCase.seenAs(CaseRole.OWNER).archivedAt()).isEqualTo(LATER);
    assertThat(theCase.restore(LATER).newValues()).containsEntry("archived_at", null);
    assertThat(theCase.seenAs(CaseRole.OWNER).archivedAt()).isNull();
  }

  private static Case anyCase() {
    return new Case(
        CaseId.of("case_0123456789ab"),
        new Caller(OWNER, OrganizationId.DEFAULT, null, Set.of()),
        new Title("Checkout is slow"),
        new NewCase(
            null,
            "",
            null,
            Severity.MEDIUM,
            Category.OTHER,
            Metadata.EMPTY,
            new TagNames(List.of()),
            null,
            null),
        OPENED);
  }
}
