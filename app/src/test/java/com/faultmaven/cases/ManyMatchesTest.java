package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More texts are found than are ranked. */
@IntegrationTest
class ManyMatchesTest {

  private static final int MATCHES = 1_010;
  private static final String SEARCH = "/api/v2/cases?q=timeout&sort=relevance&limit=100";

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  private static final int PREFIX_LENGTH = "case_abc".length();

  private final String user = "searcher-" + UUID.randomUUID();
  // what is left of those of another test may still be there
  private final String prefix = "case_" + UUID.randomUUID().toString().substring(0, 3);

  /** All by their descriptions; the first case and one in the middle by their titles too. */
  @BeforeEach
  void addCases() {
    jdbc.sql(
            """
            insert into cases.cases (case_id, version, owner_id, organization_id, title, description,
              status, severity, category, metadata, tags, tag_keys, status_changes, facts,
              created_at, updated_at)
            select ? || lpad(n::text, 9, '0'), 1, ?, 'default',
              case when n in (1, 500) then 'timeout' else 'slow' end, 'timeout', 'consulting',
              'low', 'other', '{}', '{}', '{}', 0, 1,
              timestamptz '2025-01-01' + n * interval '1 minute', now()
            from generate_series(1, ?) n
            """)
        .params(prefix, user, MATCHES)
        .update();
    jdbc.sql(
            """
            insert into cases.search_documents (owner_id, case_id, turn, written_at, document)
            select owner_id, case_id, 0, created_at, setweight(to_tsvector('simple', title), 'A')
              || setweight(to_tsvector('simple', description), 'C')
              || array_to_tsvector(array[chr(1) || owner_id])
            from cases.cases where owner_id = ?
            """)
        .param(user)
        .update();
  }

  @AfterEach
  void deleteThem() {
    jdbc.sql("delete from cases.cases where owner_id = ?").param(user).update();
  }

  @Test
  void ranksWhatWasWrittenLastAndGivesTheOthersNewestFirst() {
    Api api = Api.on(port).as(user);
    Answer page = api.get(SEARCH).is(200);
    assertThat(page.at("/total").asInt()).isEqualTo(MATCHES);
    List<Integer> walked = new ArrayList<>(numbers(page));
    while (!page.at("/next_cursor").isMissingNode()) {
      page = api.get(SEARCH + "&cursor=" + page.text("/next_cursor")).is(200);
      walked.addAll(numbers(page));
    }

    assertThat(walked).hasSize(MATCHES).doesNotHaveDuplicates();
    assertThat(walked.getFirst()).isEqualTo(500);
    assertThat(walked.subList(MATCHES - 10, MATCHES))
        .containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void countsWhatIsBehindTheLastPage() {
    Answer page = Api.on(port).as(user).get("/api/v2/cases?q=timeout&offset=5000").is(200);

    assertThat(page.at("/cases").isEmpty()).isTrue();
    assertThat(page.at("/total").asInt()).isEqualTo(MATCHES);
  }

  private static List<Integer> numbers(Answer page) {
    return page.at("/cases").findValuesAsString("case_id").stream()
        .map(id -> Integer.valueOf(id.substring(PREFIX_LENGTH)))
        .toList();
  }
}
