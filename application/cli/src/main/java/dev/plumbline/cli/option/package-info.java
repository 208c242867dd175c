/** Options and arguments that several commands share, exit codes, and how a command fails. */
@NullMarked
package dev.plumbline.cli.option;

import org.jspecify.annotations.NullMarked;
