package com.faultmaven.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a migration, seen from the version before, which goes on reading and writing while
 * a deployment is updated.
 *
 * @param text in lower case, without comments
 * @param contracts whether a comment says since when nobody uses what it takes away
 */
record MigrationStatement(String text, boolean contracts) {

  /** And quoted text. */
  private static final Pattern COMMENT =
      Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);

  private static final Pattern CONTRACT =
      Pattern.compile("--\\s*contract: not used since \\d+\\.\\d+\\.\\d+\\s*$", Pattern.MULTILINE);

  /** Stands for the comment, which goes with all others. */
  private static final String MARK = "<contract>";

  private static final Pattern CREATED =
      Pattern.compile("create table (?:if not exists )?([\\w.]+)");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:alter table(?: if exists)?(?: only)?|create unique index.*? on(?: only)?) ([\\w.]+)");

  private static final String COLUMN =
      "add (?:column )?(?:if not exists )?(?!constraint|check|unique|primary|foreign|exclude)\\w+ ";

  /** What breaks the version before, by the words for it. */
  private static final Map<String, Pattern> BREAKING = new LinkedHashMap<>();

  static {
    breaking(
        "takes away what it uses",
        "\\bdrop (table|column|schema|view|materialized view|function|type|sequence|domain)\\b|\\balter table [\\w. ]+ drop (?!constraint|not null)(?!column)\\w+|\\btruncate\\b");
    breaking("takes away a default it relies on", "\\bdrop default\\b");
    breaking("renames what it uses", "\\brename\\b");
    breaking("changes the type of what it uses", "\\balter (column )?\\w+ (set data )?type\\b");
    breaking(
        "refuses the null it writes",
        "\\bset not null\\b|\\b"
            + COLUMN
            + "(?=[^,]*\\bnot null\\b)(?![^,]*\\b(default|generated)\\b)");
    breaking(
        "refuses rows it writes",
        "\\badd (constraint \\w+ )?(check|unique|primary key|foreign key|exclude)\\b|\\bcreate unique index\\b");
  }

  private static void breaking(String words, String pattern) {
    BREAKING.put(words, Pattern.compile(pattern));
  }

  /** Those of a file, without those on tables that the file itself creates. */
  static List<MigrationStatement> of(String sql) {
    String marked = CONTRACT.matcher(sql).replaceAll(MARK);
    List<MigrationStatement> all =
        Arrays.stream(COMMENT.matcher(marked).replaceAll(" ").split(";"))
            .map(MigrationStatement::statement)
            .toList();
    Set<String> created =
        all.stream()
            .map(one -> CREATED.matcher(one.text))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    return all.stream().filter(one -> !created.contains(one.table())).toList();
  }

  private static MigrationStatement statement(String sql) {
    String text = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    return new MigrationStatement(text, text.contains(MARK));
  }

  private String table() {
    Matcher table = TABLE.matcher(text);
    return table.find() ? table.group(1) : "";
  }

  /**
   * What it does to the version before; null for nothing, and if nothing there uses it any more.
   */
  @Nullable String breaks() {
    return contracts
        ? null
        : BREAKING.entrySet().stream()
            .filter(rule -> rule.getValue().matcher(text).find())
            .map(rule -> rule.getKey() + ": " + text)
            .findFirst()
            .orElse(null);
  }
}
