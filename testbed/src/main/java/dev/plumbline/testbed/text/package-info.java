/** Line protocols of a simulated device: Telnet, FTP, RTSP, debug console. */
@NullMarked
package dev.plumbline.testbed.text;

import org.jspecify.annotations.NullMarked;
