package com.faultmaven.movingin;

import com.faultmaven.movingin.original.Remark;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A file of one JSON object a line. */
final class Report implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BufferedWriter file;
  private long lines;

  Report(Path path) {
    try {
      file = Files.newBufferedWriter(path);
    } catch (IOException failure) {
      throw new UncheckedIOException("The report cannot be written to " + path, failure);
    }
  }

  void add(Remark remark) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("row", remark.kind().word());
    line.put("id", remark.rowId());
    line.put("case_id", remark.caseId());
    line.put("outcome", remark.outcome().word());
    line.put("field", remark.field());
    line.put("reason", remark.reason());
    line.put("detail", remark.detail());
    add(line);
  }

  synchronized void add(Map<String, @Nullable Object> line) {
    try {
      file.write(JSON.writeValueAsString(line));
      file.write('\n');
      lines++;
    } catch (IOException failure) {
      throw new UncheckedIOException("The report cannot be written", failure);
    }
  }

  long lines() {
    return lines;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("The report cannot be written", failure);
    }
  }
}
