/** Single packets of a capture, for people to look at. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.capture.excerpt;
