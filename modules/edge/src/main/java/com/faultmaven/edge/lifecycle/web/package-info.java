/** Tells administrators who still calls deprecated versions. */
@NullMarked
package com.faultmaven.edge.lifecycle.web;

import org.jspecify.annotations.NullMarked;
