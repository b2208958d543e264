/** Takes in the tags of cases that another service opened. */
@NamedInterface("importing")
@NullMarked
package com.faultmaven.tags.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
