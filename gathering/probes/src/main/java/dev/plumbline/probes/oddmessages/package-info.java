/** Whether services of small devices stay up when they are sent messages that are none. */
@NullMarked
package dev.plumbline.probes.oddmessages;

import org.jspecify.annotations.NullMarked;
