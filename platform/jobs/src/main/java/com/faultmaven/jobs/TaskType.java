package com.faultmaven.jobs;

import java.util.regex.Pattern;

/**
 * A kind of task.
 *
 * @param name is stored with each task, so it never changes: {@code context.what-is-done}
 * @param data what a task says, kept as JSON: ids, never what people wrote or how they are called
 */
public record TaskType<T>(String name, Class<T> data) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,100}");

  public TaskType {
    requireName(name);
  }

  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No name of a task: " + name);
    }
    return name;
  }
}
