/** Passkeys: logging in with one, and those of an account (W3C Web Authentication, level 3). */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.passkey;
