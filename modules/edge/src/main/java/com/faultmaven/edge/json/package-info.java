/** How JSON is written and read everywhere in this service. */
@NullMarked
package com.faultmaven.edge.json;

import org.jspecify.annotations.NullMarked;
