/** What images and audits show. */
@NullMarked
package dev.plumbline.observation.firmware;

import org.jspecify.annotations.NullMarked;
