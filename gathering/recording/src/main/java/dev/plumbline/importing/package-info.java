/** What reads the files of other tools into observations, and what each such reader may do. */
@NullMarked
package dev.plumbline.importing;

import org.jspecify.annotations.NullMarked;
