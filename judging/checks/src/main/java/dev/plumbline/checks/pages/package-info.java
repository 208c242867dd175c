/** Checks of published pages: policies, support periods, sensors and telemetry. */
@NullMarked
package dev.plumbline.checks.pages;

import org.jspecify.annotations.NullMarked;
