/** Checks of access: who is let in, who is kept out, and how a login is protected. */
@NullMarked
package dev.plumbline.checks.access;

import org.jspecify.annotations.NullMarked;
