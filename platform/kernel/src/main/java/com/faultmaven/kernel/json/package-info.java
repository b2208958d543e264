/** How JSON is written and read everywhere in this service, free-form JSON included. */
@NullMarked
package com.faultmaven.kernel.json;

import org.jspecify.annotations.NullMarked;
