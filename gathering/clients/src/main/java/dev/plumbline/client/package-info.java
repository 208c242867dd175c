/** What probes and drivers share: one package a protocol or a subject. */
@NullMarked
package dev.plumbline.client;

import org.jspecify.annotations.NullMarked;
