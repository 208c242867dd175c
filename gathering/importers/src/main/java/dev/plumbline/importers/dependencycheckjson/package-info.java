/** Vulnerabilities that OWASP Dependency-Check found. */
@NullMarked
package dev.plumbline.importers.dependencycheckjson;

import org.jspecify.annotations.NullMarked;
