/** What a network capture shows, packet by packet. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.app.capture;
