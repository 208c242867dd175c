/** Commands about verdicts: plan, judge, decide, confirm, what changed. */
@NullMarked
package dev.plumbline.cli.verdict;

import org.jspecify.annotations.NullMarked;
