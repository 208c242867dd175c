/** What shells and {@code man} know about the commands, made from their model. */
@NullMarked
package dev.plumbline.cli.shell;

import org.jspecify.annotations.NullMarked;
