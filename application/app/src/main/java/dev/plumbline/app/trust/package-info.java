/**
 * What a dossier wants of the machine that tests, and whether a person agreed. A dossier may come
 * from a stranger: nothing that it wants is done before.
 */
@NullMarked
package dev.plumbline.app.trust;

import org.jspecify.annotations.NullMarked;
