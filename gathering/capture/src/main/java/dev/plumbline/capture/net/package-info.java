/** Frames taken apart, from the link to the payload of the transport. */
@NullMarked
package dev.plumbline.capture.net;

import org.jspecify.annotations.NullMarked;
