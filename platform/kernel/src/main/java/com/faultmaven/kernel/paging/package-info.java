/** Lists page by page: by offset, or by a cursor that stays where it is while the list grows. */
@NullMarked
package com.faultmaven.kernel.paging;

import org.jspecify.annotations.NullMarked;
