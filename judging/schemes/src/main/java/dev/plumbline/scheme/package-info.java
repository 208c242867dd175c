/** What a result is eligible for: schemes held against an assessment on a day. */
@NullMarked
package dev.plumbline.scheme;

import org.jspecify.annotations.NullMarked;
