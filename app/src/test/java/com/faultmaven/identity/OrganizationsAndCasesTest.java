package com.faultmaven.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Acting for an organization: by a token or a header, as long as one belongs to it. */
@IntegrationTest
@TestPropertySource(
    properties = {"faultmaven.identity.mode=standalone", "faultmaven.passwords.cost=4"})
class OrganizationsAndCasesTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;
  private Person owner;
  private Person member;
  private String organization = "";

  private record Person(int port, String id, Answer tokens) {

    Api api() {
      return bearer(tokens.text("/access_token"));
    }

    private Api bearer(String token) {
      return Api.on(port).with("Authorization", "Bearer " + token);
    }

    Answer refresh(String token, String organization) {
      return Api.on(port)
          .post(
              "/api/v1/auth/refresh",
              "{\"refresh_token\":\"%s\",\"organization_id\":%s}".formatted(token, organization));
    }

    /** Their sign-in acts for an organization from now on. */
    Answer switchTo(String organization) {
      return refresh(tokens.text("/refresh_token"), "\"" + organization + "\"");
    }
  }

  @BeforeEach
  void createAnOrganizationWithAMember() {
    register();
    owner = register();
    member = register();
    organization =
        owner
            .api()
            .post(
                "/api/v1/organizations",
                "{\"name\":\"Acme\",\"slug\":\"%s\"}"
                    .formatted("acme-" + UUID.randomUUID().toString().substring(0, 12)))
            .is(201)
            .text("/organization_id");
    join();
  }

  private void join() {
    owner
        .api()
        .post(members(), "{\"user_id\":\"%s\",\"role\":\"viewer\"}".formatted(member.id()))
        .is(201);
  }

  private String members() {
    return "/api/v1/organizations/" + organization + "/members";
  }

  @Test
  void isForWhoBelongsToIt() {
    Api acting = member.api().with("X-Organization-ID", organization);

    Answer opened = acting.post(CASES, "{}").is(201);

    assertThat(opened.text("/organization_id")).isEqualTo(organization);
    member.api().get(opened.header("Location")).is(404);
    Api stranger = register().api().with("X-Organization-ID", organization);
    stranger.get(CASES).is(403, "PERMISSION_DENIED");
    assertThat(stranger.get("/api/v1/cases").is(403).text("/detail")).contains("do not belong");
  }

  @Test
  void endsWithTheMembershipAndNotWithTheToken() throws ParseException {
    Answer switched = member.switchTo(organization).is(200);
    String token = switched.text("/access_token");
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("organization"))
        .isEqualTo(organization);
    Api acting = member.bearer(token);
    assertThat(acting.post(CASES, "{}").is(201).text("/organization_id")).isEqualTo(organization);

    owner.api().delete(members() + "/" + member.id()).is(204);

    acting.get(CASES).is(403, "PERMISSION_DENIED");
    acting.get("/api/v1/auth/me").is(200);
  }

  @Test
  void isAskedForWhenItIsMadeUseOf() {
    Api acting = member.api().with("X-Organization-ID", organization);
    acting.get(CASES).is(200);

    owner.api().delete(members() + "/" + member.id()).is(204);
    acting.get(CASES).is(403, "PERMISSION_DENIED");
    join();
    acting.get(CASES).is(200);
    owner.api().delete("/api/v1/organizations/" + organization).is(204);
    acting.get(CASES).is(403, "PERMISSION_DENIED");
    member.api().get(CASES).is(200);
  }

  @Test
  void costsOneStatementInHalfAMinute() {
    Api acting = member.api().with("X-Organization-ID", organization);
    int first = statements(acting);
    int second = statements(acting);

    assertThat(first).isEqualTo(second + 1);
  }

  private int statements(Api api) {
    String request = UUID.randomUUID().toString();
    api.with("X-Correlation-ID", request).get(CASES).is(200);
    List<String> all = sql.statementsOf(request);
    return all.size();
  }

  @Test
  void fallsBackWhenTheMembershipHasEnded() {
    Answer switched = member.switchTo(organization).is(200);
    Api acting = member.bearer(switched.text("/access_token"));
    Answer me = acting.get("/api/v1/auth/me").is(200);
    assertThat(me.text("/organization/organization_id")).isEqualTo(organization);
    assertThat(me.text("/organization/name")).isEqualTo("Acme");
    assertThat(me.text("/organization/role")).isEqualTo("viewer");
    assertThat(acting.get("/api/v1/auth/sign-ins").text("/sign_ins/0/organization_id"))
        .isEqualTo(organization);

    owner.api().delete(members() + "/" + member.id()).is(204);

    assertThat(acting.get("/api/v1/auth/me").is(200).at("/organization").isNull()).isTrue();
    Answer refreshed = member.refresh(switched.text("/refresh_token"), "null").is(200);
    Api after = member.bearer(refreshed.text("/access_token"));
    assertThat(after.get("/api/v1/auth/sign-ins").text("/sign_ins/0/organization_id"))
        .isEqualTo("default");
  }

  @Test
  void isRefusedForAnOrganizationOneDoesNotBelongTo() {
    Person stranger = register();

    stranger.switchTo(organization).is(404, "ORGANIZATION_NOT_FOUND");
    stranger.switchTo("org_00000000000000aa").is(404, "ORGANIZATION_NOT_FOUND");
    assertThat(stranger.switchTo("a b").is(422).violations())
        .containsExactly("/organization_id:invalid_format");
    stranger.switchTo("default").is(200);
  }

  @Test
  void showsColleaguesEachOther() {
    String path = "/api/v1/users/" + owner.id();

    Answer seen = member.api().get(path).is(200);

    assertThat(seen.json().propertyNames())
        .containsExactlyInAnyOrder("user_id", "username", "display_name");
    register().api().get(path).is(404, "USER_NOT_FOUND");
    owner.api().delete(members() + "/" + member.id()).is(204);
    member.api().get(path).is(404, "USER_NOT_FOUND");
  }

  private Person register() {
    String name = "walker-" + UUID.randomUUID().toString().substring(0, 8);
    Answer tokens =
        Api.on(port)
            .post(
                "/api/v1/auth/register",
                "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                    .formatted(name, "the analytical engine weaves"))
            .is(201);
    return new Person(port, tokens.text("/user/user_id"), tokens);
  }
}
