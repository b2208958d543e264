package com.faultmaven.kernel.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeRowsTest {

  private static final int FITTING = 2;

  private final List<String> fetched = new ArrayList<>();

  @Test
  void endsWithWhatFitsAfterACursor() {
    Page<Integer> page = page(new Paging(5, 0, "3"), 9);

    assertThat(page.rows()).containsExactly(4, 5);
    assertThat(page.nextCursor()).isEqualTo("5");
    assertThat(page.total()).isNull();
  }

  @Test
  void hasAllItsRowsByOffset() {
    Page<Integer> page = page(new Paging(5, 0, null), 9);

    assertThat(page.rows()).hasSize(5).containsExactly(1, 2, 3, 4, 5);
    assertThat(page.map(row -> row * 10).rows()).containsExactly(10, 20, 30, 40, 50);
    assertThat(page.nextCursor()).isEqualTo("5");
    assertThat(page.total()).isEqualTo(9);
  }

  @Test
  void isTheLastPageWhenNothingIsBehindIt() {
    assertThat(page(new Paging(5, 0, null), 5).nextCursor()).isNull();
    assertThat(page(new Paging(5, 0, "7"), 9).nextCursor()).isNull();
    assertThat(page(new Paging(5, 0, null), 0).rows()).isEmpty();
  }

  @Test
  void fetchesWhatDoesNotFitOnlyWhenItIsItsTurn() {
    Iterator<Integer> rows = page(new Paging(5, 0, null), 9).map(row -> row).rows().iterator();
    rows.next();
    rows.next();
    assertThat(fetched).containsExactly("null");

    rows.next();
    assertThat(fetched).containsExactly("null", "2");

    rows.forEachRemaining(row -> {});
    assertThat(fetched).containsExactly("null", "2", "4");
  }

  private Page<Integer> page(Paging asked, int total) {
    fetched.add(String.valueOf(asked.cursor()));
    int start = asked.cursor() == null ? 0 : Integer.parseInt(asked.cursor());
    int whole = Math.min(asked.limit(), total - start);
    return new LargeRows<>(
            IntStream.rangeClosed(start + 1, start + Math.min(FITTING, whole)).boxed().toList(),
            whole,
            String::valueOf,
            start + whole < total ? String.valueOf(start + whole) : null)
        .page(asked, () -> total, next -> page(next, total));
  }
}
