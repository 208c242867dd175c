/** Ways in that ask for a password, and whether they tell right from wrong. */
@NullMarked
package dev.plumbline.client.login;

import org.jspecify.annotations.NullMarked;
