/** Reads the issues that Burp Suite exports. */
@NullMarked
package dev.plumbline.importers.burpxml;

import org.jspecify.annotations.NullMarked;
