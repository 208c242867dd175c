/** Secrets that APKLeaks found in an app. */
@NullMarked
package dev.plumbline.importers.apkleaksjson;

import org.jspecify.annotations.NullMarked;
