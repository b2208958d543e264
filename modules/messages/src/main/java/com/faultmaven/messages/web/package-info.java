/** The HTTP side of messages: reads requests into the domain's words and shows its answers. */
@NullMarked
package com.faultmaven.messages.web;

import org.jspecify.annotations.NullMarked;
