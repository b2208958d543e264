/**
 * Where the processor time of the service goes: recorded by Java Flight Recorder, drawn as flames.
 */
@NullMarked
package com.faultmaven.bench.profile;

import org.jspecify.annotations.NullMarked;
