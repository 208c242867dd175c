/** Commands: parse, call a use case, print. Nothing is computed here. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
