/** Talking to a media server over RTSP, as far as the description of a stream. */
@NullMarked
package dev.plumbline.client.rtsp;

import org.jspecify.annotations.NullMarked;
