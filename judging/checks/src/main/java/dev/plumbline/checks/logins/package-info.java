/** Checks of logins: their passwords, their declaration, and attempts to guess them. */
@NullMarked
package dev.plumbline.checks.logins;

import org.jspecify.annotations.NullMarked;
