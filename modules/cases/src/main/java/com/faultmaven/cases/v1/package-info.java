/**
 * What only v1 needs of cases, with which it goes: {@code moveAnywhere} and {@code
 * rememberTagsAsWritten} of the aggregate go too.
 */
@NamedInterface("v1")
@NullMarked
package com.faultmaven.cases.v1;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
