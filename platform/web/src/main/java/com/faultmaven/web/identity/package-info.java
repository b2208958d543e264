/** Who calls: by the headers of the trusted gateway, or by a token checked here. */
@NullMarked
package com.faultmaven.web.identity;

import org.jspecify.annotations.NullMarked;
