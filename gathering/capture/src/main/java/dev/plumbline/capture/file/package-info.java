/** Capture files: pcap and pcapng, frame by frame. */
@NullMarked
package dev.plumbline.capture.file;

import org.jspecify.annotations.NullMarked;
