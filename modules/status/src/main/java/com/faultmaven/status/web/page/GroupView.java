package com.faultmaven.status.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Services that are shown together.
 *
 * @param name null for one that stands alone
 * @param open whether they are shown before anybody asks
 * @param names of those without bars
 */
record GroupView(
    @Nullable String name,
    ConditionView condition,
    boolean open,
    List<ServiceView> services,
    List<NamesView> names) {}
