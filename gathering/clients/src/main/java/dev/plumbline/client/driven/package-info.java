/** What probes share that make the device do something. */
@NullMarked
package dev.plumbline.client.driven;

import org.jspecify.annotations.NullMarked;
