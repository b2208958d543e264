package com.faultmaven.bench.load;

import java.util.List;

/**
 * A request, or a transaction: one or more steps, each sent when the step before was answered.
 *
 * @param answers how often the database says that it is ready, for each step
 * @param status the HTTP status expected; 0 for a transaction
 * @param tags the command tags expected of a transaction, such as {@code UPDATE 1}
 * @param undo forgets what was noted of it, if it is not done
 */
public record Message(
    List<byte[]> steps, List<Integer> answers, int status, List<String> tags, Runnable undo) {

  private static final Runnable NOTHING = () -> {};

  /** A request over HTTP. */
  public static Message http(byte[] request, int status) {
    return new Message(List.of(request), List.of(), status, List.of(), NOTHING);
  }

  /** A transaction on the database, one step for each round trip. */
  public static Message transaction(List<byte[]> steps, List<Integer> answers, List<String> tags) {
    return new Message(steps, answers, 0, tags, NOTHING);
  }

  /** What a connection to the database begins with, whatever its tags. */
  public static Message greeting(List<byte[]> steps, List<Integer> answers) {
    return new Message(steps, answers, 0, List.of(), NOTHING);
  }

  /** The same, with something to do if it is not done. */
  public Message orElse(Runnable forget) {
    return new Message(steps, answers, status, tags, forget);
  }
}
