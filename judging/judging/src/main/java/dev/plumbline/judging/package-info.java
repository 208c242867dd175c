/** Plan, rules, verdicts, traces: pure functions, no I/O, no clock. */
@NullMarked
package dev.plumbline.judging;

import org.jspecify.annotations.NullMarked;
