/** Changes to ICS and IXIT that a person makes in a form, in the maker's own files. */
@NullMarked
package dev.plumbline.app.edit;

import org.jspecify.annotations.NullMarked;
