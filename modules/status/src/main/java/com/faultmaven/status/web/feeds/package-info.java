/** What is announced, for feed readers; and everything in one picture. */
@NullMarked
package com.faultmaven.status.web.feeds;

import org.jspecify.annotations.NullMarked;
