/** Checks of software updates: their mechanisms, settings, notifications and misuse. */
@NullMarked
package dev.plumbline.checks.update;

import org.jspecify.annotations.NullMarked;
