package com.faultmaven.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be given is refused before anything is done, and nothing else is. */
class AcceptTest extends WebTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "application/json | 200",
        "application/json;charset=ISO-8859-1 | 200",
        "application/json;charset=nonsense | 406",
        "application/json;version=2 | 200",
        "application/json;q=0.1, text/html | 200",
        "*/*;charset=utf-16 | 200",
        "application/* | 200",
        "text/html, */*;q=0.8 | 200",
        "text/html | 406",
        "application/xml;q=1 | 406",
        "application/json;q=0 | 406",
        "application/problem+json | 406",
        "x | 406",
        "application/json, | 200",
      })
  void answersJsonOrRefusesBeforeTheWork(String accept, int status) {
    int before = Things.COUNTED.get();
    HttpResponse<String> answer =
        send(
            asAlice("/api/test/segments/x/counts")
                .header("Accept", accept)
                .POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue(status == 200 ? "application/json" : "application/problem+json");
    assertThat(Things.COUNTED.get()).isEqualTo(status == 200 ? before + 1 : before);
  }
}
