/** Reports to administrators who still calls deprecated versions. */
@NullMarked
package com.faultmaven.web.lifecycle.web;

import org.jspecify.annotations.NullMarked;
