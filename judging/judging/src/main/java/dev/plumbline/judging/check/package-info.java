/** What a check is, whom it decides for, and the test item that it is asked about. */
@NullMarked
package dev.plumbline.judging.check;

import org.jspecify.annotations.NullMarked;
