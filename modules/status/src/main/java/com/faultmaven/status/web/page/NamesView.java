package com.faultmaven.status.web.page;

import java.util.List;

/** Services of which no more is shown than how they are: those that are alike together. */
record NamesView(ConditionView condition, List<String> names) {}
