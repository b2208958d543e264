package com.faultmaven.access;

import static com.faultmaven.access.SharedCase.admin;
import static com.faultmaven.access.SharedCase.elsewhere;
import static com.faultmaven.access.SharedCase.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is open to everybody shows each their own, in the organization they act for. */
@IntegrationTest
class OwnAccessTest {

  @LocalServerPort private int port;
  private SharedCase shared;
  private Api owner;
  private Api collaborator;
  private Api viewer;
  private Api stranger;

  @BeforeEach
  void shareACase() {
    shared = SharedCase.on(port);
    owner = shared.as("owner");
    collaborator = shared.as("collaborator");
    viewer = shared.as("viewer");
    stranger = shared.as("stranger");
  }

  @Test
  void letsAnAdminDeleteTheDataOfAUserOfAnotherOrganization() {
    Answer accepted =
        admin(elsewhere(stranger))
            .delete("/api/v2/admin/users/" + shared.userId("owner") + "/data")
            .is(202);

    assertThat(accepted.at("/case_count").asInt()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "owner,        1, 1, 0, 1",
    "collaborator, 1, 0, 1, 0",
    "viewer,       1, 0, 1, 0",
    "stranger,     0, 0, 0, 0",
  })
  void listsWhatOneMaySee(String who, int all, int owned, int joined, int tagged) {
    Api caller = shared.as(who);

    for (Api api : List.of(caller, admin(caller))) {
      assertLists(api, all, owned, joined, tagged);
    }
    for (Api api : List.of(elsewhere(caller), admin(elsewhere(caller)))) {
      assertLists(api, 0, 0, 0, 0);
    }
  }

  private static void assertLists(Api api, int all, int owned, int joined, int tagged) {
    for (String filter : List.of("", "&q=help", "&q=help&in=messages", "&tag=prod")) {
      for (String list : List.of("/api/v2/cases?scope=", "/api/v2/cases/facets?scope=")) {
        assertThat(api.get(list + "all" + filter).is(200).at("/total").asInt()).isEqualTo(all);
        assertThat(api.get(list + "owned" + filter).at("/total").asInt()).isEqualTo(owned);
        assertThat(api.get(list + "shared" + filter).at("/total").asInt()).isEqualTo(joined);
      }
    }
    assertThat(api.get("/api/v2/tags").is(200).at("/tags").size()).isEqualTo(tagged);
    assertThat(api.get("/api/v2/tags").at("/total").asInt()).isEqualTo(tagged);
  }

  @Test
  void listsTheCasesOfAUserToThemAndToAdminsOfTheirOrganization() {
    String list = "/api/v2/users/" + shared.userId("owner") + "/cases";

    assertThat(owner.get(list).is(200).at("/total").asInt()).isEqualTo(1);
    assertThat(elsewhere(owner).get(list).is(200).at("/total").asInt()).isZero();
    assertThat(admin(stranger).get(list).is(200).at("/total").asInt()).isEqualTo(1);
    assertThat(admin(elsewhere(stranger)).get(list).is(200).at("/total").asInt()).isZero();
    for (Api other : List.of(collaborator, stranger, service(stranger), elsewhere(stranger))) {
      other.get(list).is(404, "USER_NOT_FOUND");
    }
  }

  @Test
  void renamesTagsOfOneselfOnly() {
    String rename = "/api/v2/tags/prod/rename";
    String name = "{\"new_tag\":\"production\"}";

    for (Api other :
        List.of(
            collaborator,
            viewer,
            stranger,
            admin(stranger),
            elsewhere(owner),
            admin(elsewhere(owner)))) {
      other.post(rename, name).is(404, "TAG_NOT_FOUND");
    }
    Answer there = elsewhere(owner).post("/api/v2/cases", "{\"tags\":[\"prod\"]}").is(201);
    assertThat(owner.post(rename, name).is(200).at("/renamed_cases").asInt()).isEqualTo(1);
    assertThat(elsewhere(owner).get(there.header("Location")).at("/tags").toString())
        .isEqualTo("[\"prod\"]");
    assertThat(elsewhere(owner).get("/api/v2/tags").at("/tags").toString())
        .isEqualTo("[{\"tag\":\"prod\",\"case_count\":1}]");
  }

  @Test
  void goesOnWithAListOnlyInItsOrganization() {
    for (Api api : List.of(owner, elsewhere(owner))) {
      api.post("/api/v2/cases", "{\"tags\":[\"a\",\"b\"]}").is(201);
      api.post("/api/v2/cases", "{}").is(201);
    }
    for (String list :
        List.of(
            "/api/v2/cases",
            "/api/v2/users/" + shared.userId("owner") + "/cases",
            "/api/v2/tags")) {
      String cursor = owner.get(list + "?limit=1").is(200).text("/next_cursor");
      owner.get(list + "?limit=1&cursor=" + cursor).is(200);
      elsewhere(owner).get(list + "?limit=1&cursor=" + cursor).is(400);
    }
  }

  @Test
  void listsInVersion1WhatIsOwnedInTheOrganizationOneActsFor() {
    owner.post("/api/v1/cases", "{\"session_id\":\"s\"}").is(201);

    for (String list : List.of("/api/v1/cases", "/api/v1/cases/session/s")) {
      assertThat(owner.get(list).is(200).at("/total").asInt()).isPositive();
      assertThat(elsewhere(owner).get(list).is(200).at("/total").asInt()).isZero();
    }
  }

  @Test
  void opensCasesInTheOrganizationOneActsFor() {
    for (Api api : List.of(elsewhere(stranger), admin(elsewhere(stranger)))) {
      assertThat(api.post("/api/v2/cases", "{}").is(201).text("/organization_id"))
          .isEqualTo("elsewhere");
    }
    assertThat(stranger.post("/api/v2/cases", "{}").is(201).text("/organization_id"))
        .isEqualTo("here");
  }
}
