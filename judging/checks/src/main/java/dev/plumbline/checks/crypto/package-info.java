/**
 * Checks of cryptography: the algorithms, certificates and implementations in use, and their
 * reviews.
 */
@NullMarked
package dev.plumbline.checks.crypto;

import org.jspecify.annotations.NullMarked;
