/** Plan, rules, verdicts, traces: pure functions, no I/O, no clock. */
@NullMarked
package dev.plumbline.engine;

import org.jspecify.annotations.NullMarked;
