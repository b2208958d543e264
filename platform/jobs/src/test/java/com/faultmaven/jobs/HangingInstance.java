package com.faultmaven.jobs;

import com.faultmaven.jobs.Notes.Note;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own that takes a task and never ends it: to be killed. */
final class HangingInstance {

  private HangingInstance() {}

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Notes hanging =
        new Notes(
            new TaskType<>(args[1], Note.class),
            new CopyOnWriteArrayList<>(),
            _ -> {
              never.await();
              return Next.done();
            });
    try (Instance _ = Instance.on(new DriverManagerDataSource(args[0]), hanging)) {
      never.await();
    }
  }
}
