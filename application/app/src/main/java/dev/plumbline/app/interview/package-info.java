/** The questions of the interview and what an answer writes. */
@NullMarked
package dev.plumbline.app.interview;

import org.jspecify.annotations.NullMarked;
