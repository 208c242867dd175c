/** Logins and who reached what. */
@NullMarked
package dev.plumbline.observation.login;

import org.jspecify.annotations.NullMarked;
