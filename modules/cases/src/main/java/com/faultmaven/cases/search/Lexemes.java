package com.faultmaven.cases.search;

/** Writes words as {@code tsvector} and {@code tsquery} want them. */
class Lexemes {

  private Lexemes() {}

  static String quoted(String lexeme) {
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
