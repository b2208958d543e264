/** Takes in cases that another service opened, with their ids, their times and their history. */
@NamedInterface("importing")
@NullMarked
package com.faultmaven.cases.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
