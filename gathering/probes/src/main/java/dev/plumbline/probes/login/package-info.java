/** Ways in that ask for a password, and whether they tell right from wrong. */
@NullMarked
package dev.plumbline.probes.login;

import org.jspecify.annotations.NullMarked;
