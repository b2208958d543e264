package com.faultmaven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class ListMessagesTest {

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Api api;
  private String messages = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    messages = openConversation();
  }

  @Test
  void isEmptyBeforeAnythingIsSaid() {
    Answer page = api.get(messages).is(200);

    assertThat(page.at("/messages").isEmpty()).isTrue();
    assertThat(page.at("/total").asInt()).isZero();
    assertThat(page.at("/limit").asInt()).isEqualTo(50);
    assertThat(page.at("/offset").asInt()).isZero();
    assertThat(page.at("/next_cursor").isMissingNode()).isTrue();
  }

  @Test
  void showsEachMessageAsItIs() {
    api.post(messages, "{\"content\":\"a\",\"metadata\":{\"k\":1}}").is(201);
    Answer second = api.post(messages, "{\"content\":\"b\",\"role\":\"assistant\"}").is(201);

    Answer page = api.get(messages).is(200);

    assertThat(page.at("/messages").findValuesAsString("content")).containsExactly("a", "b");
    assertThat(page.at("/messages/1")).isEqualTo(second.json());
  }

  /** As the browser extension reads: a hundred at a time, until it has as many as the total. */
  @Test
  void canBeReadByOffsetToTheExactTotal() {
    say(203);
    List<Integer> read = new ArrayList<>();
    int total;
    do {
      Answer page = api.get(messages + "?limit=100&offset=" + read.size()).is(200);
      assertThat(page.at("/offset").asInt()).isEqualTo(read.size());
      assertThat(page.at("/messages").isEmpty()).isFalse();
      total = page.at("/total").asInt();
      read.addAll(turns(page));
    } while (read.size() < total);

    assertThat(total).isEqualTo(203);
    assertThat(read).isEqualTo(IntStream.rangeClosed(1, 203).boxed().toList());
  }

  @Test
  void canBeReadByCursorWhileMoreIsSaid() {
    say(5);
    List<Integer> read = new ArrayList<>();
    String next = "";
    do {
      Answer page = api.get(messages + "?limit=2" + next).is(200);
      assertThat(page.at("/total").isMissingNode()).isEqualTo(!next.isEmpty());
      read.addAll(turns(page));
      if (read.size() == 2) {
        say(1);
      }
      next = page.at("/next_cursor").isMissingNode() ? "" : "&cursor=" + page.text("/next_cursor");
    } while (!next.isEmpty());

    assertThat(read).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=1, 1",
    "?limit=2&offset=1, 2 3",
    "?offset=4, 5",
    "?offset=5, ''",
    "?offset=2147483647, ''"
  })
  void tellsTheExactTotalWhereverThePageIs(String query, String turns) {
    say(5);

    Answer page = api.get(messages + query).is(200);

    assertThat(String.join(" ", turns(page).stream().map(String::valueOf).toList()))
        .isEqualTo(turns);
    assertThat(page.at("/total").asInt()).isEqualTo(5);
  }

  @Test
  void refusesTheCursorOfAnotherConversation() {
    say(3);
    String cursor = api.get(messages + "?limit=2").text("/next_cursor");
    String other = openConversation();

    api.get(other + "?cursor=" + cursor).is(400, "INVALID_PARAMETER");
    api.get(messages + "?cursor=" + cursor.substring(2)).is(400, "INVALID_PARAMETER");
    assertThat(turns(api.get(messages + "?cursor=" + cursor).is(200))).containsExactly(3);
  }

  @Test
  void costsThreeStatementsWithTheTotalAndTwoWithout() {
    say(3);
    String first = UUID.randomUUID().toString();
    String second = UUID.randomUUID().toString();

    Answer page = api.with("X-Correlation-ID", first).get(messages + "?limit=2").is(200);
    api.with("X-Correlation-ID", second)
        .get(messages + "?limit=2&cursor=" + page.text("/next_cursor"))
        .is(200);

    assertThat(sql.statementsOf(first)).hasSize(3);
    assertThat(sql.statementsOf(second)).hasSize(2);
  }

  private String openConversation() {
    return api.post("/api/v2/cases", "{}").is(201).header("Location") + "/messages";
  }

  private void say(int times) {
    for (int i = 0; i < times; i++) {
      api.post(messages, "{\"content\":\"x\"}").is(201);
    }
  }

  private static List<Integer> turns(Answer page) {
    return page.at("/messages").valueStream().map(m -> m.get("turn_number").asInt()).toList();
  }
}
