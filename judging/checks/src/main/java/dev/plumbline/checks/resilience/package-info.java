/** Checks of outages of power and network, of isolation and of replacement. */
@NullMarked
package dev.plumbline.checks.resilience;

import org.jspecify.annotations.NullMarked;
