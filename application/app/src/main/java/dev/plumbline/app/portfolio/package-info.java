/**
 * Where many products stand, and the results that are stored beside the dossiers so that they need
 * not be judged anew for it. Stored results are disposable: what is missing or out of date is made
 * again from the folders.
 */
@NullMarked
package dev.plumbline.app.portfolio;

import org.jspecify.annotations.NullMarked;
