package com.faultmaven.bench.sql;

import com.faultmaven.bench.data.Cases;
import com.faultmaven.bench.data.Chosen;
import com.faultmaven.bench.load.Message;
import com.faultmaven.bench.load.Requests;
import com.faultmaven.bench.load.Target;
import java.util.List;
import java.util.SplittableRandom;

/** Sends the statements of an operation, for other cases and with new ids. */
public final class Replay {

  private final Recording recording;
  private final Template template;
  private final long[] increments;

  /**
   * @param caseId the case the operation was recorded on
   * @param increments how much one operation adds to the counters of its case
   */
  public Replay(Recording recording, String caseId, long[] increments) {
    this.recording = recording;
    this.template = new Template(recording, caseId);
    this.increments = increments.clone();
  }

  /** The database, for connections such as the service has. */
  public Target on(int port) {
    return Target.postgres(port, recording.greeting());
  }

  /** How often the operation waits for the database. */
  public int roundTrips() {
    return recording.exchanges().size();
  }

  /** What the database says of each statement that it is done, such as {@code UPDATE 1}. */
  public List<String> tags() {
    return recording.tags();
  }

  /** The same operation on one case after another. */
  public Requests requests(Cases cases, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> tags = recording.tags();
    List<Integer> answers = recording.exchanges().stream().map(Exchange::answers).toList();
    return connection -> {
      Chosen chosen = cases.next(connection);
      Values values =
          new Values(
              chosen.id(),
              chosen.owner(),
              chosen.word(),
              chosen.counters(),
              template.fresh(),
              random);
      List<byte[]> steps = template.steps(values);
      chosen.add(increments);
      return Message.transaction(steps, answers, tags);
    };
  }
}
