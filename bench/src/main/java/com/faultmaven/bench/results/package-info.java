/** What was measured, as JSON and Markdown, and what changed since. */
@NullMarked
package com.faultmaven.bench.results;

import org.jspecify.annotations.NullMarked;
