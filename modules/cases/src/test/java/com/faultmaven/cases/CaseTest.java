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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseTest {

  private static final Instant OPENED = Instant.parse("2026-03-14T09:26:53.589793Z");
  private static final Instant LATER = OPENED.plusSeconds(60);
  private static final UserId OWNER = new UserId("ada");

  @Test
  void opensInConsultingAsItsOwnerSaid() {
    CaseView seen = anyCase().view();

    assertThat(seen.status()).isEqualTo(CaseStatus.CONSULTING);
    assertThat(seen.owner()).isEqualTo(OWNER);
    assertThat(seen.createdAt()).isEqualTo(OPENED).isEqualTo(seen.updatedAt());
    assertThat(seen.version().value()).isEqualTo(1);
  }

  @Test
  void countsWhatIsSaidFirst() {
    Case spoken = open("help");

    assertThat(spoken.view().messageCount()).isOne();
    assertThat(spoken.view().lastMessageAt()).isEqualTo(OPENED);
    assertThat(spoken.facts()).isEqualTo(2);
    assertThat(anyCase().view().messageCount()).isZero();
    assertThat(anyCase().facts()).isEqualTo(1);
  }

  @Test
  void recordsEachMoveInOrder() {
    Case theCase = anyCase();

    theCase.moveTo(INVESTIGATING, "looks real", OWNER, LATER);
    theCase.moveTo(RESOLVED, null, OWNER, LATER.plusSeconds(1));

    assertThat(theCase.moves())
        .containsExactly(
            new StatusChange(
                theCase.id(), 1, CaseStatus.CONSULTING, INVESTIGATING, "looks real", OWNER, LATER),
            new StatusChange(
                theCase.id(), 2, INVESTIGATING, RESOLVED, null, OWNER, LATER.plusSeconds(1)));
  }

  @Test
  void numbersItsFactsInTheirOrderAndRaisesItsVersionOnce() {
    Case theCase = anyCase();
    theCase.edit(new CaseEdit(new Title("Slow"), null, null, null, null, null), LATER);
    theCase.archive(LATER);
    CaseStatusChanged moved = theCase.moveTo(CLOSED, null, OWNER, LATER);
    theCase.publish("tags changed " + theCase.retag(new TagNames(List.of("db")), LATER));

    assertThat(moved.version().value()).isEqualTo(2);
    assertThat(theCase.version()).isEqualTo(moved.version());
    assertThat(theCase.unpublished())
        .containsExactly(
            new CaseUpdated(theCase.id(), OWNER, Map.of("title", "Slow"), 2, LATER),
            new CaseUpdated(theCase.id(), OWNER, Map.of("archived_at", LATER), 3, LATER),
            moved,
            new CaseClosed(OWNER, moved.change(), 5),
            "tags changed 6");
    assertThat(moved.fact()).isEqualTo(4);
    assertThat(theCase.facts()).isEqualTo(6);
  }

  @Test
  void writesOnlyWhatIsDifferent() {
    Case theCase = anyCase();

    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);

    assertThat(ChangedColumns.of(theCase))
        .containsOnlyKeys("version", "facts", "status_changes", "status", "updated_at");
  }

  @Test
  void remembersWhenItWasResolvedUntilItIsReopened() {
    Case theCase = anyCase();
    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);
    theCase.moveTo(RESOLVED, null, OWNER, LATER);
    assertThat(theCase.view().resolvedAt()).isEqualTo(LATER);

    theCase.moveTo(INVESTIGATING, null, OWNER, LATER);
    assertThat(theCase.view().resolvedAt()).isNull();

    Instant again = LATER.plusSeconds(10);
    theCase.moveTo(RESOLVED, null, OWNER, again);
    theCase.moveTo(CLOSED, null, OWNER, again.plusSeconds(1));
    CaseView closed = theCase.view();
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

    theCase.edit(edit, LATER);

    assertThat(theCase.unpublished())
        .containsExactly(
            new CaseUpdated(
                theCase.id(),
                OWNER,
                Map.of("description", "p99 went from 80 ms to 4 s", "severity", "critical"),
                2,
                LATER));
    assertThat(theCase.view().updatedAt()).isEqualTo(LATER);
  }

  @Test
  void leavesNoTraceOfAnEditThatChangesNothing() {
    Case theCase = anyCase();

    theCase.edit(new CaseEdit(null, "", null, null, null, null), LATER);

    assertThat(theCase.isChanged()).isFalse();
    assertThat(theCase.unpublished()).isEmpty();
    assertThat(theCase.view().updatedAt()).isEqualTo(OPENED);
  }

  @Test
  void archivesOnceAndRestoresOnce() {
    Case theCase = anyCase();

    theCase.restore(LATER);
    assertThat(theCase.unpublished()).isEmpty();
    theCase.archive(LATER);
    theCase.archive(LATER.plusSeconds(5));
    assertThat(theCase.unpublished()).hasSize(1);
    assertThat(theCase.view().archivedAt()).isEqualTo(LATER);
    theCase.restore(LATER);
    assertThat(theCase.unpublished()).hasSize(2);
    assertThat(theCase.view().archivedAt()).isNull();
  }

  private static Case anyCase() {
    return open(null);
  }

  private static Case open(@Nullable String initialMessage) {
    return Case.open(
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
            initialMessage),
        OPENED);
  }
}
