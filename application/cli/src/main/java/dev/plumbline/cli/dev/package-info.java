/** Commands for those who build Plumbline or run it in a pipeline. */
@NullMarked
package dev.plumbline.cli.dev;

import org.jspecify.annotations.NullMarked;
