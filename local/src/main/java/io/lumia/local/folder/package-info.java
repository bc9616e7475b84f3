/**
 * The data folder: {@link io.lumia.local.folder.DataFolder} knows where everything lies in it,
 * {@link io.lumia.local.folder.FolderLock} keeps a second process out, and
 * {@link io.lumia.local.folder.RuntimeFile} tells others where the running one can be reached.
 */
@NullMarked
package io.lumia.local.folder;

import org.jspecify.annotations.NullMarked;
