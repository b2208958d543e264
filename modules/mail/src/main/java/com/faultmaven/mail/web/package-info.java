/** The HTTP side of mail: for its providers, for who got a letter, and for administrators. */
@NullMarked
package com.faultmaven.mail.web;

import org.jspecify.annotations.NullMarked;
