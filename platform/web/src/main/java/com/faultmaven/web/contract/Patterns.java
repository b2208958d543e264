package com.faultmaven.web.contract;

import com.faultmaven.kernel.Text;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;

/** Patterns as Java reads them, but for the one that asks for anything beside white space. */
final class Patterns implements RegularExpressionFactory {

  /** Not blank. */
  static final String NOT_BLANK = "\\S";

  @Override
  public RegularExpression getRegularExpression(String regex) {
    return regex.equals(NOT_BLANK)
        ? text -> !Text.isBlank(text)
        : JDKRegularExpressionFactory.getInstance().getRegularExpression(regex);
  }
}
