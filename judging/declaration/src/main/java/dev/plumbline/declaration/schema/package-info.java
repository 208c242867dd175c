/** JSON Schemas of the files of a dossier, for editors. */
@NullMarked
package dev.plumbline.declaration.schema;

import org.jspecify.annotations.NullMarked;
