/**
 * Runs probes against a device: scope, rate, transcript, redaction, health. A probe sees only
 * {@link dev.plumbline.probe.ProbeContext}.
 */
@NullMarked
package dev.plumbline.probe.run;

import org.jspecify.annotations.NullMarked;
