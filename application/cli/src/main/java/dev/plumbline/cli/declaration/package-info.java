/** Commands about what the supplier declares: new, interview, check, exchange. */
@NullMarked
package dev.plumbline.cli.declaration;

import org.jspecify.annotations.NullMarked;
