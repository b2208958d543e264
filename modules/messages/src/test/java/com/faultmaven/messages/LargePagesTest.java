package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages whose rows are as large as they may be. */
@ModuleTest
class LargePagesTest {

  private static final int ROWS = 23;
  private static final int MOST_BYTES = 1_048_576;
  private static final int LARGEST_ROW = 210_000;

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String messages = "";

  @BeforeEach
  void sayMuch() {
    String user = "user-" + UUID.randomUUID();
    api = Api.on(port).as(user);
    Answer opened = api.post("/api/v2/cases", "{}").is(201);
    messages = opened.header("Location") + "/messages";
    jdbc.sql(
            """
            insert into messages.messages
            select 'msg_' || left(md5(:caseId || turn), 16), :caseId, turn, 'user',
              repeat('😀', 50000), 'ada', '{}', now()
            from generate_series(1, :rows) turn
            """)
        .param("caseId", opened.text("/case_id"))
        .param("rows", ROWS)
        .update();
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title,
              description, status, severity, category, metadata, tags, tag_keys, status_changes,
              facts, created_at, updated_at)
            select 'case_' || right(md5(:user || n), 12), 1, :user, 'default', 'Case ' || n,
              repeat('😀', 10000), 'consulting', 'low', 'other',
              jsonb_build_object('n', n, 'm', repeat('x', 300000)), '{}', '{}', 0, 1,
              now() + n % 3 * interval '1 minute', now()
            from generate_series(2, :rows) n
            """)
        .param("user", user)
        .param("rows", ROWS)
        .update();
  }

  /** As the browser extension reads: a page shorter than asked for is the last one. */
  @Test
  void areWholeByOffset() {
    List<Integer> turns = new ArrayList<>();
    for (int offset = 0; offset == turns.size(); offset += 10) {
      Answer page = api.get(messages + "?limit=10&offset=" + offset).is(200);
      assertThat(page.at("/total").asInt()).isEqualTo(ROWS);
      assertThat(page.at("/next_cursor").isMissingNode()).isEqualTo(offset == 20);
      turns.addAll(turns(page));
    }
    assertThat(turns).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
  }

  @Test
  void endAtSomeBytesAfterACursor() {
    Answer page = api.get(messages + "?limit=2").is(200);
    List<Integer> turns = new ArrayList<>(turns(page));
    while (!page.at("/next_cursor").isMissingNode()) {
      page = api.get(messages + "?limit=100&cursor=" + page.text("/next_cursor")).is(200);
      assertThat(page.body().length() * 2).isLessThan(MOST_BYTES + LARGEST_ROW);
      turns.addAll(turns(page));
    }
    assertThat(turns).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-created_at", "created_at", "updated_at"})
  void ofCasesAreWholeByOffsetAndEndAtSomeBytesAfterACursor(String sort) {
    String cases = "/api/v2/cases?sort=" + sort + "&limit=";
    List<String> all = api.get(cases + "100").is(200).texts("/cases", "case_id");
    assertThat(all).hasSize(ROWS).doesNotHaveDuplicates();

    List<String> byOffset = new ArrayList<>();
    for (int offset = 0; offset == byOffset.size(); offset += 10) {
      byOffset.addAll(api.get(cases + "10&offset=" + offset).is(200).texts("/cases", "case_id"));
    }
    assertThat(byOffset).isEqualTo(all);

    Answer page = api.get(cases + "10").is(200);
    List<String> byCursor = new ArrayList<>(page.texts("/cases", "case_id"));
    assertThat(byCursor).hasSize(10);
    while (!page.at("/next_cursor").isMissingNode()) {
      page = api.get(cases + "100&cursor=" + page.text("/next_cursor")).is(200);
      assertThat(page.at("/cases").size()).isLessThan(5);
      byCursor.addAll(page.texts("/cases", "case_id"));
    }
    assertThat(byCursor).isEqualTo(all);
  }

  @Test
  void areReadAMegabyteAtATime() {
    String request = UUID.randomUUID().toString();

    api.with("X-Correlation-ID", request).get(messages + "?limit=20").is(200);

    assertThat(sql.statementsOf(request).stream().filter(read -> read.contains("bytes_before")))
        .hasSize(4);
  }

  private static List<Integer> turns(Answer page) {
    return page.at("/messages").valueStream().map(m -> m.get("turn_number").asInt()).toList();
  }
}
