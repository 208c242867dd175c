/**
 * What can be said about a declaration alone: its problems, its gaps, and the interview behind it.
 */
@NullMarked
package dev.plumbline.declaration;

import org.jspecify.annotations.NullMarked;
