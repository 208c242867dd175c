/** The test plan: which test items a declaration calls for. */
@NullMarked
package dev.plumbline.judging.plan;

import org.jspecify.annotations.NullMarked;
