/** What was said in flows, protocol by protocol. */
@NullMarked
package dev.plumbline.capture.dissect;

import org.jspecify.annotations.NullMarked;
