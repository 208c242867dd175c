/** What columns of the pro forma say in words and typed fields say in a form for rules. */
@NullMarked
package dev.plumbline.exchange.prose;

import org.jspecify.annotations.NullMarked;
