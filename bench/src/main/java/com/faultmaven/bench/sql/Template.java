package com.faultmaven.bench.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.bench.sql.Bind.Parameter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** A recorded operation, with the places where the case, its owner and new ids stand. */
final class Template {

  // types, as PostgreSQL numbers them
  private static final int BYTEA = 17;
  private static final int INT8 = 20;
  private static final int INT4 = 23;
  private static final int TEXT = 25;
  private static final int VARCHAR = 1043;
  private static final int UUID = 2950;
  private static final int INT4S = 1007;
  private static final int TEXTS = 1009;
  private static final int VARCHARS = 1015;
  private static final int INT8S = 1016;

  /** Larger than any time; what is, is a hash. */
  private static final long HASH = 1L << 52;

  private final Recording recording;
  private final String caseId;
  private final List<String> fresh = new ArrayList<>();
  private final List<List<Step>> steps;

  private interface Step {
    byte[] bytes(Values values);
  }

  Template(Recording recording, String caseId) {
    this.recording = recording;
    this.caseId = caseId;
    this.steps =
        recording.exchanges().stream()
            .map(exchange -> exchange.sent().stream().map(this::step).toList())
            .toList();
  }

  /** How many values it makes anew. */
  int fresh() {
    return fresh.size();
  }

  List<byte[]> steps(Values values) {
    List<byte[]> bytes = new ArrayList<>(steps.size());
    for (List<Step> step : steps) {
      bytes.add(Protocol.concat(step.stream().map(one -> one.bytes(values)).toList()));
    }
    return bytes;
  }

  private Step step(byte[] message) {
    if (Protocol.type(message) != 'B') {
      return _ -> message;
    }
    Bind bind = Bind.of(message);
    Statement statement = recording.statements().get(bind.statement());
    List<Piece> pieces = new ArrayList<>();
    for (Parameter parameter : bind.parameters()) {
      pieces.add(piece(parameter, statement == null ? 0 : statement.type(pieces.size())));
    }
    if (pieces.stream().allMatch(Piece.Constant.class::isInstance)) {
      return _ -> message;
    }
    return values -> bind.with(pieces, values);
  }

  private Piece piece(Parameter parameter, int type) {
    byte[] value = parameter.value();
    if (value == null) {
      return new Piece.Constant(null);
    }
    return parameter.binary() ? ofBytes(value, type) : ofText(value);
  }

  private Piece ofBytes(byte[] value, int type) {
    return switch (type) {
      case INT4 -> ofNumber(ByteBuffer.wrap(value).getInt(), value);
      case INT8 -> ofNumber(ByteBuffer.wrap(value).getLong(), value);
      case UUID, BYTEA ->
          value.length <= Marks.LONGEST
              ? new Piece.Fresh(number(HexFormat.of().formatHex(value)), value.length)
              : new Piece.Constant(value);
      case INT4S, INT8S, TEXTS, VARCHARS -> ofArray(value);
      case TEXT, VARCHAR -> ofText(value);
      default -> new Piece.Constant(value);
    };
  }

  private Piece ofArray(byte[] value) {
    ByteBuffer in = ByteBuffer.wrap(value);
    if (in.getInt() != 1) {
      return new Piece.Constant(value);
    }
    int type = in.getInt(8);
    int count = in.getInt(12);
    in.position(20);
    byte[] header = Arrays.copyOf(value, 20);
    List<Piece> elements = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      int length = in.getInt();
      byte[] element = length < 0 ? null : new byte[length];
      if (element != null) {
        in.get(element);
      }
      elements.add(piece(new Parameter(true, element), type));
    }
    return new Piece.Elements(header, elements);
  }

  private Piece ofNumber(long number, byte[] value) {
    int counter = Marks.Counter.of(number);
    if (counter >= 0) {
      return new Piece.Number(counter, number - mark(counter), value.length);
    }
    return Math.abs(number) > HASH
        ? new Piece.Fresh(number(Long.toString(number)), value.length)
        : new Piece.Constant(value);
  }

  private static int mark(int counter) {
    return Marks.Counter.values()[counter].mark();
  }

  private Piece ofText(byte[] value) {
    String text = new String(value, UTF_8);
    List<Piece.Part> parts = new ArrayList<>();
    Matcher found = Marks.IN_TEXT.matcher(text);
    int end = 0;
    while (found.find()) {
      String literal = text.substring(end, found.start());
      parts.add((_, out) -> out.append(literal));
      parts.add(replacement(found));
      end = found.end();
    }
    if (parts.isEmpty()) {
      return new Piece.Constant(value);
    }
    String rest = text.substring(end);
    parts.add((_, out) -> out.append(rest));
    return new Piece.Text(List.copyOf(parts));
  }

  private Piece.Part replacement(Matcher found) {
    if (found.group("owner") != null) {
      return (values, out) -> out.append(values.owner);
    } else if (found.group("word") != null) {
      return (values, out) -> out.append(values.word);
    } else if (found.group("counter") != null) {
      long number = Long.parseLong(found.group());
      int counter = Marks.Counter.of(number);
      long more = number - mark(counter);
      return (values, out) -> out.append(values.counter(counter) + more);
    } else if (found.group().equals(caseId)) {
      return (values, out) -> out.append(values.caseId);
    }
    return newId(found);
  }

  private Piece.Part newId(Matcher found) {
    String uuid = found.group("uuid");
    if (uuid != null) {
      int number = number(uuid.replace("-", "").toLowerCase(Locale.ROOT));
      return (values, out) -> {
        byte[] id = values.fresh(number);
        Values.hex(id, 0, 8, out);
        for (int from = 4; from < 10; from += 2) {
          Values.hex(id, from, 4, out.append('-'));
        }
        Values.hex(id, 10, 12, out.append('-'));
      };
    }
    int number = number(found.group());
    String prefix = found.group().substring(0, found.group().indexOf('_') + 1);
    int digits = found.group().length() - prefix.length();
    return (values, out) -> Values.hex(values.fresh(number), 0, digits, out.append(prefix));
  }

  /** What was the same when it was recorded is the same in a transaction. */
  private int number(String recorded) {
    int number = fresh.indexOf(recorded);
    if (number < 0) {
      fresh.add(recorded);
      return fresh.size() - 1;
    }
    return number;
  }
}
