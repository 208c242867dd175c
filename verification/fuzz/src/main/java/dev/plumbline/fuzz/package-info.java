/** Inputs for our readers, chosen by a fuzzer that watches which code they reach. */
@NullMarked
package dev.plumbline.fuzz;

import org.jspecify.annotations.NullMarked;
