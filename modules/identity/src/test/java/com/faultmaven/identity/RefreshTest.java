package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One token for another: who lost an answer goes on, and who stole a token does not. */
@ModuleTest
class RefreshTest {

  private static final String ME = "/api/v1/auth/me";

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  @LocalServerPort private int port;
  private SignedIn ada;

  @BeforeEach
  void register() {
    ada = SignedIn.on(port);
  }

  @Test
  void givesNewTokens() {
    Answer refreshed = ada.refresh().is(200);

    assertThat(refreshed.text("/refresh_token")).isNotEqualTo(ada.refreshToken());
    assertThat(refreshed.at("/expires_in").asInt()).isEqualTo(900);
    assertThat(refreshed.header("Cache-Control")).isEqualTo("no-store");
    ada.with(refreshed.text("/access_token")).get(ME).is(200);
  }

  @Test
  void letsFiveWindowsAskAtOnce() {
    List<Answer> answers = Together.run(5, _ -> ada.refresh());

    assertThat(answers).allSatisfy(answer -> answer.is(200));
    for (Answer answer : answers) {
      ada.refresh(answer.text("/refresh_token")).is(200);
    }
  }

  @Test
  void repeatsAnAnswerThatWasLostAndThenBelievesInOneTokenAlone() {
    String lost = ada.refresh().is(200).text("/refresh_token");
    minuteLater();

    String found = ada.refresh().is(200).text("/refresh_token");
    String next = ada.refresh(found).is(200).text("/refresh_token");

    ada.refresh(lost).is(401, "INVALID_REFRESH_TOKEN");
    ada.refresh(next).is(401, "INVALID_REFRESH_TOKEN");
    ada.api().get(ME).is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void endsTheSignInOfATokenThatTwoHaveUsed() {
    String child = ada.refresh().is(200).text("/refresh_token");
    Answer grandchild = ada.refresh(child).is(200);
    SignedIn elsewhere = ada.again();
    minuteLater();

    ada.refresh().is(401, "INVALID_REFRESH_TOKEN");

    ada.refresh(grandchild.text("/refresh_token")).is(401, "INVALID_REFRESH_TOKEN");
    ada.with(grandchild.text("/access_token")).get(ME).is(401);
    elsewhere.api().get(ME).is(200);
    assertThat(events()).contains("refresh_reuse");
  }

  /** A refresh token is its own proof: who sends it beside it counts for nothing. */
  @Test
  void isOfItsOwnerWhoeverElseCalls() throws Exception {
    SignedIn eve = SignedIn.on(port);
    String body = "{\"refresh_token\":\"%s\"}".formatted(ada.refreshToken());

    Answer tokens = eve.api().post("/api/v1/auth/refresh", body).is(200);

    assertThat(SignedJWT.parse(tokens.text("/access_token")).getJWTClaimsSet().getSubject())
        .isEqualTo(ada.id());
    eve.api().post("/api/v1/auth/logout", "{}").is(200);
    ada.with(tokens.text("/access_token")).get("/api/v1/auth/me").is(200);
    ada.refresh(tokens.text("/refresh_token")).is(200);
    eve.refresh().is(401, "INVALID_REFRESH_TOKEN");
  }

  @Test
  void endsNothingForATokenThatNeverWas() {
    ada.refresh("fmr_" + "x".repeat(43)).is(401, "INVALID_REFRESH_TOKEN");
    ada.refresh("nonsense").is(401, "INVALID_REFRESH_TOKEN");

    ada.refresh().is(200);
  }

  @Test
  void endsWhenItsTimeHasCome() {
    jdbc.sql("update identity.refresh_tokens set expires_at = now() where sign_in_id = ?")
        .param(signIn())
        .update();
    ada.refresh().is(401, "INVALID_REFRESH_TOKEN");

    SignedIn other = ada.again();
    jdbc.sql("update identity.sign_ins set ends_at = now() where user_id = ?")
        .param(ada.id())
        .update();
    other.refresh().is(401, "INVALID_REFRESH_TOKEN");
  }

  /** However much it is used. */
  @Test
  void outlivesNotItsSignIn() {
    jdbc.sql("update identity.sign_ins set ends_at = now() + interval '100 s' where user_id = ?")
        .param(ada.id())
        .update();

    Answer last = ada.refresh().is(200);

    assertThat(last.at("/refresh_expires_in").asInt()).isBetween(50, 100);
    assertThat(last.at("/expires_in").asInt()).isBetween(50, 100);
  }

  @Test
  void isNoAccessToken() {
    ada.with(ada.refreshToken()).get(ME).is(401, "AUTHENTICATION_REQUIRED");
    ada.refresh(ada.access()).is(401, "INVALID_REFRESH_TOKEN");
  }

  @Test
  void leavesTheTokenAsItWasIfOneIsNoMember() {
    ada.anybody()
        .post(
            "/api/v1/auth/refresh",
            "{\"refresh_token\":\"%s\",\"organization_id\":\"org_x\"}"
                .formatted(ada.refreshToken()))
        .is(404, "ORGANIZATION_NOT_FOUND");

    ada.refresh().is(200);
    assertThat(
            jdbc.sql("select count(*) from identity.refresh_tokens where sign_in_id = ?")
                .param(signIn())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void storesHashesAlone() {
    String stored =
        jdbc.sql(
                """
                select string_agg(t::text || s::text, ' ') from identity.refresh_tokens t
                  join identity.sign_ins s using (sign_in_id) where s.user_id = ?
                """)
            .param(ada.id())
            .query(String.class)
            .single();

    assertThat(stored).doesNotContain(ada.refreshToken()).doesNotContain(ada.access());
  }

  private String signIn() {
    return jdbc.sql("select sign_in_id from identity.sign_ins where user_id = ?")
        .param(ada.id())
        .query(String.class)
        .single();
  }

  private List<String> events() {
    return jdbc.sql("select event_type from identity.audit where subject_id = ?")
        .param(ada.id())
        .query(String.class)
        .list();
  }

  /** The grace of a minute is over for all that was replaced. */
  private void minuteLater() {
    jdbc.sql(
            """
            update identity.refresh_tokens t set replaced_at = replaced_at - interval '61 s'
            from identity.sign_ins s where s.sign_in_id = t.sign_in_id and s.user_id = ?
            """)
        .param(ada.id())
        .update();
  }
}
