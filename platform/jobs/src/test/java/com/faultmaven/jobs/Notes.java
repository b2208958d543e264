package com.faultmaven.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that notes what it was given, and does what a test says about it. */
record Notes(TaskType<Note> type, List<String> taken, Doing doing)
    implements TaskHandler<Notes.Note> {

  record Note(String text) {}

  @FunctionalInterface
  interface Doing {
    Next about(int run) throws Exception;
  }

  static Notes of(Doing doing) {
    return new Notes(
        new TaskType<>(Instance.anyName(), Note.class), new CopyOnWriteArrayList<>(), doing);
  }

  static Notes only() {
    return of(_ -> Next.done());
  }

  @Override
  public Next run(Note note) throws Exception {
    taken.add(note.text());
    return doing.about(taken.size());
  }

  @Override
  public Backoff backoff() {
    return new Backoff(Duration.ofMillis(10), Duration.ofMillis(20));
  }
}
