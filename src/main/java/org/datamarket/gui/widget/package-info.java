/** What any window needs: dialogs, files to save, failures in plain words. */
package org.datamarket.gui.widget;
