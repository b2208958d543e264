/** Takes in conversations that were held with another service. */
@NamedInterface("importing")
@NullMarked
package com.faultmaven.messages.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
