/** Takes in services and incidents that another service keeps, with their ids and times. */
@NamedInterface("importing")
@NullMarked
package com.faultmaven.status.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
