package com.faultmaven.cleanapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseStatus;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  private static final CaseId CASE = CaseId.of("case_3f9a1c0b7d2e");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tiles fall, again!|tiles-fall-again-3f9a1c0b",
        "--- ?|case-3f9a1c0b",
        "Öl über Straße №7|öl-über-straße-7-3f9a1c0b",
      })
  void makeASlugOfATitle(String title, String slug) {
    assertThat(Slug.of(title, CASE)).isEqualTo(slug);
  }

  @Test
  void cutALongSlug() {
    assertThat(Slug.of("x".repeat(99) + " y" + "z".repeat(99), CASE))
        .isEqualTo("x".repeat(99) + "-3f9a1c0b");
    assertThat(Slug.of("𝒳".repeat(150), CASE)).hasSize(100 * 2 + 9);
  }

  @ParameterizedTest
  @EnumSource(CaseStatus.class)
  void readTheStatusesTheyWrite(CaseStatus status) {
    assertThat(Statuses.of(Statuses.word(status))).isEqualTo(status);
  }

  @Test
  void knowOtherNamesOfStatuses() {
    assertThat(Statuses.of(" Done ")).isEqualTo(CaseStatus.RESOLVED);
    assertThat(Statuses.of("active")).isEqualTo(CaseStatus.INVESTIGATING);
    assertThatThrownBy(() -> Statuses.of("x".repeat(9_000)))
        .hasMessage("unknown status: " + "x".repeat(32) + "…");
  }

  @ParameterizedTest
  @CsvSource({
    "queued, pending",
    "sending, pending",
    "unconfirmed, pending",
    "sent, sent",
    "delivered, sent",
    "suppressed, opted_out",
    "opted_out, opted_out",
    "invalid_email, invalid_email",
    "bounced, failed",
    "complained, failed",
    "failed, failed",
    "cancelled, failed",
  })
  void callWhatBecameOfAMail(String status, String word) {
    assertThat(LetterAnswers.word(status)).isEqualTo(word);
  }

  @Test
  void stopLookingOnceItIsSo() {
    AtomicInteger looks = new AtomicInteger();
    assertThat(Patience.until(looks::incrementAndGet, seen -> seen == 3)).isEqualTo(3);
    assertThat(looks).hasValue(3);
  }
}
