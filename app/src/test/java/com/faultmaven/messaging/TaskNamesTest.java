package com.faultmaven.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.jobs.RecurringTask;
import com.faultmaven.jobs.TaskHandler;
import com.faultmaven.testing.IntegrationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Names of tasks stand in rows of databases that exist. */
@IntegrationTest
class TaskNamesTest {

  private static final String LIST = "task-names.txt";

  @Autowired(required = false)
  private List<TaskHandler<?>> handlers = List.of();

  @Autowired(required = false)
  private List<RecurringTask> recurring = List.of();

  @Test
  void areThoseOfTheList() throws IOException {
    assertThat(
            Stream.concat(
                handlers.stream().map(handler -> handler.type().name()),
                recurring.stream().map(RecurringTask::name)))
        .as(
            "A task that was planned under a name that is missing here is done by nobody. So a task"
                + " keeps its name, and a new one is added to %s.",
            LIST)
        .containsExactlyInAnyOrderElementsOf(listed());
  }

  private static List<String> listed() throws IOException {
    return new ClassPathResource(LIST)
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
