package com.faultmaven.cases;

import java.text.Normalizer;

/**
 * The client's session a case belongs to.
 *
 * @param value free text of at most 100 characters, may be empty
 */
public record SessionId(String value) {

  /** The same for both forms in which Unicode writes a letter with an accent. */
  String key() {
    return Normalizer.normalize(value, Normalizer.Form.NFC);
  }
}
