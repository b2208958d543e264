package com.faultmaven.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSetTest {

  private static final int CASES = 10_000;

  private final DataSet data = new DataSet(CASES);

  @Test
  void aCaseIsTheSameEachTime() {
    assertThat(CaseRow.of(data, 42)).isEqualTo(CaseRow.of(new DataSet(CASES), 42));
  }

  @Test
  void aCaseHasTenMessagesOnAverageAndTwoHundredAtMost() {
    var messages = IntStream.rangeClosed(1, CASES).map(data::messages).summaryStatistics();

    assertThat(messages.getAverage()).isBetween(9.0, 11.0);
    assertThat(messages.getMin()).isEqualTo(1);
    assertThat(messages.getMax()).isBetween(190, 200);
  }

  @Test
  void theFirstUserHasTwiceTheCasesOfTheSecond() {
    double ratio = (double) casesOf("user-0") / casesOf("user-1");
    assertThat(ratio).isBetween(1.8, 2.2);
  }

  @Test
  void whatIsWrittenIsOpen() {
    for (int number = 1; number < 1000; number++) {
      if (number % Cases.POOLS != 0) {
        assertThat(CaseRow.of(data, number).status()).isNotEqualTo("closed");
        assertThat(CaseRow.of(data, number).archivedAt()).isNull();
      }
    }
  }

  private long casesOf(String user) {
    return IntStream.rangeClosed(1, CASES).filter(n -> data.owner(n).equals(user)).count();
  }

  @Test
  void canLeaveOutTheOwnersWhoHaveMoreThanAnybodyInASmallerSet() {
    DataSet large = new DataSet(1_000_000);
    int larger = large.ownersWithMoreThanAnyIn(new DataSet(10_000));
    Cases cases = large.toRead(larger, 1);

    assertThat(larger).isBetween(50, 70);
    for (int n = 0; n < 1_000; n++) {
      String owner = cases.next(0).owner();
      assertThat(Integer.parseInt(owner.substring("user-".length())))
          .isGreaterThanOrEqualTo(larger);
    }
  }
}
