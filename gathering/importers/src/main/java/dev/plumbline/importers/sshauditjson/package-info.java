/** Reads the JSON of ssh-audit. */
@NullMarked
package dev.plumbline.importers.sshauditjson;

import org.jspecify.annotations.NullMarked;
