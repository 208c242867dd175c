/** What people recorded about the items of an assessment, one after the other. */
@NullMarked
package dev.plumbline.judging.history;

import org.jspecify.annotations.NullMarked;
