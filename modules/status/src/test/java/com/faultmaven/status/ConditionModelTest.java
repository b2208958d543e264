package com.faultmaven.status;

import static com.faultmaven.status.Organization.id;
import static com.faultmaven.status.Organization.incident;
import static com.faultmaven.status.Organization.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Services are as the open incidents that touch them say, whatever happened before. */
@ModuleTest
class ConditionModelTest {

  private static final List<String> CONDITIONS =
      List.of("operational", "degraded_performance", "partial_outage", "major_outage");
  private static final List<String> STATUSES =
      List.of("operational", "degraded", "outage", "outage");
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
  private static final List<Integer> USUAL = List.of(1, 1, 2, 3);

  @LocalServerPort private int port;

  /** What an incident does to each service, by the place of the service; 0 is nothing. */
  private final Map<String, int[]> open = new HashMap<>();

  @Test
  void areAsTheModelSays() {
    Random dice = new Random(7);
    Api operator = Organization.on(port).operator();
    List<String> services = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      services.add(service(operator, "Service " + n));
    }
    for (int step = 0; step < 60; step++) {
      act(operator, services, dice);
      List<String> conditions = new ArrayList<>();
      List<String> statuses = new ArrayList<>();
      for (int n = 0; n < services.size(); n++) {
        int place = n;
        int worst = open.values().stream().mapToInt(it -> it[place]).max().orElse(0);
        conditions.add(CONDITIONS.get(worst));
        statuses.add(STATUSES.get(worst));
      }
      var listed = operator.get("/api/v1/services").is(200);
      assertThat(listed.texts("/data", "condition")).as("step %s", step).isEqualTo(conditions);
      assertThat(listed.texts("/data", "status")).isEqualTo(statuses);
    }
  }

  private void act(Api operator, List<String> services, Random dice) {
    List<String> incidents = new ArrayList<>(open.keySet());
    Collections.sort(incidents);
    int severity = dice.nextInt(SEVERITIES.size());
    if (incidents.isEmpty() || dice.nextInt(3) == 0) {
      boolean[] touched = some(services.size(), dice);
      String path =
          incident(
              operator, SEVERITIES.get(severity), chosen(services, touched).toArray(String[]::new));
      open.put(path, impacts(touched, severity));
      return;
    }
    String path = incidents.get(dice.nextInt(incidents.size()));
    switch (dice.nextInt(3)) {
      case 0 -> {
        operator.post(path + "/resolve", "{}").is(200);
        open.remove(path);
      }
      case 1 -> {
        boolean[] touched = some(services.size(), dice);
        operator
            .patch(
                path,
                "{\"severity\":\"%s\",\"service_ids\":[%s]}"
                    .formatted(
                        SEVERITIES.get(severity),
                        String.join(
                            ",",
                            chosen(services, touched).stream()
                                .map(it -> "\"" + id(it) + "\"")
                                .toList())))
            .is(200);
        open.put(path, impacts(touched, severity));
      }
      default -> {
        operator.patch(path, "{\"severity\":\"%s\"}".formatted(SEVERITIES.get(severity))).is(200);
        int[] before = Objects.requireNonNull(open.get(path));
        open.put(
            path, Arrays.stream(before).map(it -> it == 0 ? 0 : USUAL.get(severity)).toArray());
      }
    }
  }

  private static int[] impacts(boolean[] touched, int severity) {
    int[] impacts = new int[touched.length];
    for (int n = 0; n < touched.length; n++) {
      impacts[n] = touched[n] ? USUAL.get(severity) : 0;
    }
    return impacts;
  }

  private static boolean[] some(int size, Random dice) {
    boolean[] some = new boolean[size];
    some[dice.nextInt(size)] = true;
    for (int n = 0; n < size; n++) {
      some[n] |= dice.nextBoolean();
    }
    return some;
  }

  private static List<String> chosen(List<String> services, boolean[] touched) {
    List<String> chosen = new ArrayList<>();
    for (int n = 0; n < touched.length; n++) {
      if (touched[n]) {
        chosen.add(services.get(n));
      }
    }
    return chosen;
  }
}
