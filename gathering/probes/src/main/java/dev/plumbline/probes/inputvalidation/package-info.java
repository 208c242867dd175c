/** Whether a web server keeps out what it should not process, and stays up. */
@NullMarked
package dev.plumbline.probes.inputvalidation;

import org.jspecify.annotations.NullMarked;
