/**
 * Checks of the attack surface: interfaces, services, radios, debug access and unexpected input.
 */
@NullMarked
package dev.plumbline.checks.surface;

import org.jspecify.annotations.NullMarked;
