/** Mail as it leaves, and what is known of it. */
@NullMarked
package com.faultmaven.mail;

import org.jspecify.annotations.NullMarked;
