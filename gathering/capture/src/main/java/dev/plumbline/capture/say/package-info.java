/** What was said in flows, protocol by protocol. */
@NullMarked
package dev.plumbline.capture.say;

import org.jspecify.annotations.NullMarked;
