/** What was sent and received, as a text that shows no secret. */
@NullMarked
package dev.plumbline.probe.run.transcript;

import org.jspecify.annotations.NullMarked;
