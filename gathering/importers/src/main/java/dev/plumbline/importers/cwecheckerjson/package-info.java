/** Findings of cwe_checker. */
@NullMarked
package dev.plumbline.importers.cwecheckerjson;

import org.jspecify.annotations.NullMarked;
