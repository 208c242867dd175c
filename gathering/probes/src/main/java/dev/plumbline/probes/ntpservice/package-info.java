/** Whether a device serves time, and what else it tells who asks. */
@NullMarked
package dev.plumbline.probes.ntpservice;

import org.jspecify.annotations.NullMarked;
