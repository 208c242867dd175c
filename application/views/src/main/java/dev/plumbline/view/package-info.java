/** What use cases and results say, as text for a terminal and as JSON, for every face. */
@NullMarked
package dev.plumbline.view;

import org.jspecify.annotations.NullMarked;
